# Setup:
$null = Start-PcEndpoint -PassThru

# Example: See the endpoints of this session
Get-PcEndpoint
# Output:

# Example: See what each operation has cost so far
(Get-PcEndpoint).Operations | Format-Table

# Example: Point the AWS CLI, and every SDK that is started from this session, at the endpoint
(Get-PcEndpoint).EnvironmentVariables.GetEnumerator() | ForEach-Object { Set-Item "env:$($_.Key)" $_.Value }
# Not run: changes the environment of the tests
