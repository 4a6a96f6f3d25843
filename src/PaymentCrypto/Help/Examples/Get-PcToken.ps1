# Example: Every import token
Get-PcToken -Direction Import

# Example: The tokens that Clear-PcExpiredToken would destroy
Get-PcToken | Where-Object Expired
