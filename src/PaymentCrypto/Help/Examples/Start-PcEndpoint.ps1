# Example: Answer on a free port of this machine
Start-PcEndpoint
# Output:
# AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY=http://127.0.0.1:38637
# AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY_DATA=http://127.0.0.1:38637
# AWS_REGION=us-east-1
# AWS_DEFAULT_REGION=us-east-1
# AWS_ACCESS_KEY_ID=111122223333
# AWS_SECRET_ACCESS_KEY=not-verified
# Remark: Set these variables where the program runs that shall use the engine in place of AWS.

# Example: Try the Aws provider without AWS
$endpoint = Start-PcEndpoint -PassThru
Set-PcProvider Aws -EndpointUrl $endpoint.Url -Region us-east-1 -AccessKey 111122223333 -SecretKey any
New-PcKey P0 AES_128
# Output:
# Key              Usage             Algorithm State   KCV    Age
# ---              -----             --------- -----   ---    ---
# 5yytcntlzsmxg45b P0 PIN encryption AES_128   enabled 9FD40A 0 s
# Remark: The endpoint goes on using the local engine that was chosen before.

# Example: Serve in the foreground and show every request: the last line of a script that is a server for CI
Start-PcEndpoint 8090 -Wait -Verbose
# Not run: serves until it is stopped

# Example: Serve other machines, which must sign their requests with a key
Start-PcEndpoint -ListenAddress 0.0.0.0 -AccessKey CIKEY -SecretKey (Read-Host -AsSecureString)
# Not run: listens beyond this machine
