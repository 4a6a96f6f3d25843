# Setup:
$null = Get-PcImportParameters

# Example: Destroy a token that was only made for a test
Get-PcImportParameters | Revoke-PcToken -Confirm:$false

# Example: Destroy every import token without asking, and show them
Get-PcToken -Direction Import | Revoke-PcToken -Confirm:$false -PassThru
# Output:
