# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/terminal -Exportable
$null = New-PcKey B0 TDES_2KEY -Alias alias/bdk
$gone = New-PcKey C0 TDES_2KEY -Alias alias/cvk/old
$gone | Remove-PcKey -Force

# Example: Get the key behind an alias
Get-PcKey alias/pin/terminal
# Output:

# Example: Say which PIN encryption keys would be disabled
Get-PcKey -Usage TR31_P0* | Where-Object Enabled | Disable-PcKey -WhatIf
# Output:

# Example: Find a key by its check value with as few calls as there can be
$kcv = (Get-PcKey alias/bdk).KeyCheckValue
Get-PcKey -KeyCheckValue $kcv -Summary
# Output:
# Remark: With -Summary there are no aliases, so the key id stands there.

# Example: See everything about the keys that wait for their destruction
Get-PcKey -State DELETE_PENDING | Format-List
