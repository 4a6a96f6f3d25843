# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/terminal
$null = New-PcKey B0 AES_128 -Alias alias/bdk

# Example: See all aliases
Get-PcKeyAlias
# Output:
# AliasName          Key
# ---------          ---
# alias/bdk          hvr43gbgswbisnc7
# alias/pin/terminal siuqcsxr7bgsojrw

# Example: See those under pin/
Get-PcKeyAlias pin/*
# Output:
# AliasName          Key
# ---------          ---
# alias/pin/terminal d6v3toyrw63zr2v4

# Example: See the aliases of every PIN encryption key
(Get-PcKey -Usage P0 | Get-PcKeyAlias).AliasName
# Output:
# alias/pin/terminal
