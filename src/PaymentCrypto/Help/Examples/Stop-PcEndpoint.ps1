# Setup:
$port = (Start-PcEndpoint -PassThru).Port

# Example: Stop every endpoint of this session
Stop-PcEndpoint

# Example: Stop one of them
Stop-PcEndpoint -Port $port
