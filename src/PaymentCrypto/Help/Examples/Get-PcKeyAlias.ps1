# Example: All aliases
Get-PcKeyAlias

# Example: Those under pin/
Get-PcKeyAlias pin/*

# Example: The aliases of every PIN encryption key
Get-PcKey -Usage P0 | Get-PcKeyAlias
