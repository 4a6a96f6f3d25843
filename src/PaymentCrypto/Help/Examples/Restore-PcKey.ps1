# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/old
Remove-PcKey alias/pin/old -Force

# Example: Call off a deletion and let the key be used again
Restore-PcKey alias/pin/old -PassThru | Enable-PcKey -PassThru
# Output:
# Key              Usage             Algorithm State   KCV    Age
# ---              -----             --------- -----   ---    ---
# 5iygb74n5eqw6rwd P0 PIN encryption AES_128   enabled 56EBCB 0 s

# Example: See which deletions would be called off
Get-PcKey -State DELETE_PENDING | Restore-PcKey -WhatIf
# Output:
# What if: Performing the operation "Call off the deletion of the key" on target "arn:aws:payment-cryptography:us-east-1:111122223333:key/f4jps6x3rknhrcp6".
