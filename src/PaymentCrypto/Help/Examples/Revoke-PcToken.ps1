# Example: Destroys a token that was only made for a test
Get-PcImportParameters | Revoke-PcToken

# Example: Destroy every import token without asking
Get-PcToken -Direction Import | Revoke-PcToken -Confirm:$false
