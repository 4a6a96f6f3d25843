# Setup:
$null = Get-PcImportParameters

# Example: Destroy the expired tokens and say how many there were
Clear-PcExpiredToken -Verbose
# Output:
# Remark: A token ends 30 days after it was made.

# Example: See what would be left a month from now
Set-PcProvider -TimeOffset 31.00:00:00
Clear-PcExpiredToken
Get-PcToken | Measure-Object | ForEach-Object Count
# Output:
