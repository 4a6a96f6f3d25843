# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/terminal
$null = New-PcKey B0 AES_128 -Alias alias/bdk

# Example: See all aliases
Get-PcKeyAlias
# Output:

# Example: See those under pin/
Get-PcKeyAlias pin/*
# Output:

# Example: See the aliases of every PIN encryption key
(Get-PcKey -Usage P0 | Get-PcKeyAlias).AliasName
# Output:
