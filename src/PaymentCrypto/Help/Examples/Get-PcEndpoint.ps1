# Setup:
$null = Start-PcEndpoint -PassThru

# Example: See the endpoints of this session
Get-PcEndpoint
# Output:
# Url         : http://127.0.0.1:42123
# Running     : True
# Signatures  : not looked at
# Account     : 111122223333, unless the access key id is another
# Store       : /home/me/.local/share/paymentcrypto/store.db
# Requests    : 0, errors 0, malformed 0
# Connections : 0 open of 0
# Environment : AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY=http://127.0.0.1:42123
#               AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY_DATA=http://127.0.0.1:42123
#               AWS_REGION=us-east-1
#               AWS_DEFAULT_REGION=us-east-1
#               AWS_ACCESS_KEY_ID=111122223333
#               AWS_SECRET_ACCESS_KEY=not-verified

# Example: See what each operation has cost so far
(Get-PcEndpoint).Operations | Format-Table

# Example: Point the AWS CLI, and every SDK that is started from this session, at the endpoint
(Get-PcEndpoint).EnvironmentVariables.GetEnumerator() | ForEach-Object { Set-Item "env:$($_.Key)" $_.Value }
# Not run: changes the environment of the tests
