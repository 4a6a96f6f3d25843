# Setup:
$port = (Start-PcEndpoint -PassThru).Port
Add-PcEndpointFault Throttling GetKey -Calls 2

# Example: End the rehearsal at every endpoint of this session
Clear-PcEndpointFault
(Get-PcEndpoint).Faults.Count
# Output:
# 0

# Example: End it at one endpoint
Clear-PcEndpointFault -Port $port
