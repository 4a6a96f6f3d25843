# Example: The key behind an alias
Get-PcKey alias/pin/terminal

# Example: Says which PIN encryption keys would be disabled
Get-PcKey -Usage TR31_P0* | Where-Object Enabled | Disable-PcKey -WhatIf

# Example: Finds a key by its check value with as few calls as there can be
Get-PcKey -KeyCheckValue 3A0C* -Summary

# Example: Everything about the keys that wait for their destruction
Get-PcKey -State DELETE_PENDING | Format-List
