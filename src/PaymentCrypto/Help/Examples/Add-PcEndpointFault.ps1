# Setup:
$endpoint = Start-PcEndpoint -PassThru
$port = $endpoint.Port

# Example: Throttle the next two calls of one operation
Add-PcEndpointFault Throttling GetKey -Calls 2
(Get-PcEndpoint).Faults
# Output:
# Kind       Operation Calls Delay
# ----       --------- ----- -----
# Throttling GetKey        2
# Remark: The client gets HTTP 400 with ThrottlingException twice; a client that tries three times does not notice.

# Example: Lose the answer to an import
Get-PcEndpoint | Add-PcEndpointFault DropResponse ImportKey
# Remark: The next import is carried out and the client never hears of it: a script that only tries again makes the key twice.

# Example: Make every call slow for a while, at one endpoint
Add-PcEndpointFault Delay -Calls 100 -DelayMilliseconds 1500 -Port $port
# Remark: Shows what timeouts do.
