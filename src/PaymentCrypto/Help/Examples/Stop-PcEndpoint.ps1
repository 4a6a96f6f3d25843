# Example: Stops every endpoint of this session
Stop-PcEndpoint

# Example: Stops one of them
Stop-PcEndpoint -Port 8090
