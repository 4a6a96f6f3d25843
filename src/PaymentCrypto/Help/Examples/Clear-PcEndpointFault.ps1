# Example: Ends the rehearsal at every endpoint of this session
Clear-PcEndpointFault

# Example: Ends it at one of them
Clear-PcEndpointFault -Port 8090
