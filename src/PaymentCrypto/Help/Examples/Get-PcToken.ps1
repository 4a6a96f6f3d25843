# Setup:
$null = Get-PcImportParameters
$null = Get-PcExportParameters

# Example: See every token
Get-PcToken
# Output:

# Example: See the tokens that Clear-PcExpiredToken would destroy
Get-PcToken | Where-Object Expired

# Example: See the import tokens that are reused no more
Get-PcToken -Direction Import | Where-Object { -not $_.Reusable }
