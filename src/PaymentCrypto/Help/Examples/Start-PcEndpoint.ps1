# Example: Answers on a free port of this machine
Start-PcEndpoint

# Example: Serves in the foreground and shows every request: the last line of a script that is a server for CI
Start-PcEndpoint 8090 -Wait -Verbose

# Example: Tries the Aws provider without AWS. The endpoint goes on using the local engine that was chosen before
$e = Start-PcEndpoint -PassThru; Set-PcProvider Aws -EndpointUrl $e.Url -Region us-east-1 -AccessKey 111122223333 -SecretKey any

# Example: Serves other machines, which must sign their requests with that key
Start-PcEndpoint -ListenAddress 0.0.0.0 -AccessKey CIKEY -SecretKey (Read-Host -AsSecureString)
