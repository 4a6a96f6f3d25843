# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/terminal -Exportable
$null = New-PcKey B0 TDES_2KEY -Alias alias/bdk
$gone = New-PcKey C0 TDES_2KEY -Alias alias/cvk/old
$gone | Remove-PcKey -Force

# Example: Get the key behind an alias
Get-PcKey alias/pin/terminal
# Output:
# Key                Usage             Algorithm State   KCV    Age
# ---                -----             --------- -----   ---    ---
# alias/pin/terminal P0 PIN encryption AES_128   enabled 095893 0 s

# Example: Say which PIN encryption keys would be disabled
Get-PcKey -Usage TR31_P0* | Where-Object Enabled | Disable-PcKey -WhatIf
# Output:
# What if: Performing the operation "Disable the key" on target "arn:aws:payment-cryptography:us-east-1:111122223333:key/4kqmzx6khczu6mbj".

# Example: Find a key by its check value with as few calls as there can be
$kcv = (Get-PcKey alias/bdk).KeyCheckValue
Get-PcKey -KeyCheckValue $kcv -Summary
# Output:
# Key              Usage          Algorithm State   KCV    Age
# ---              -----          --------- -----   ---    ---
# drcnjkpucudsxu6m B0 BDK (DUKPT) TDES_2KEY enabled FF261F
# Remark: With -Summary there are no aliases, so the key id stands there.

# Example: See everything about the keys that wait for their destruction
Get-PcKey -State DELETE_PENDING | Format-List
