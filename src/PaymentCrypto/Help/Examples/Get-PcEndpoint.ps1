# Example: The endpoints of this session
Get-PcEndpoint

# Example: What each operation has cost so far
(Get-PcEndpoint).Operations | Format-Table

# Example: Points the AWS CLI, and every SDK that is started from this session, at the endpoint
(Get-PcEndpoint).EnvironmentVariables.GetEnumerator() | ForEach-Object { Set-Item "env:$($_.Key)" $_.Value }
