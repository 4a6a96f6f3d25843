# Example: The next two calls of GetKey are answered with ThrottlingException
Add-PcEndpointFault Throttling GetKey -Calls 2

# Example: The next import is carried out, and the client never hears of it
Get-PcEndpoint | Add-PcEndpointFault DropResponse ImportKey
