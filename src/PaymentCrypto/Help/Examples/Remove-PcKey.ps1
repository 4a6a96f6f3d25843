# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/old
$null = New-PcKey C0 TDES_2KEY -Alias alias/test/cvk

# Example: Destroy a key after 30 days
Remove-PcKey alias/pin/old -PendingWindowInDays 30 -Confirm:$false

# Example: Remove every key with an alias under test/, without asking, and show when each will be destroyed
Get-PcKey alias/test/* | Remove-PcKey -PendingWindowInDays 3 -Force -PassThru
# Output:
# Key              Usage                Algorithm State    KCV    Age
# ---              -----                --------- -----    ---    ---
# i6yeyfs32lilceju C0 card verification TDES_2KEY deleting 35B7E1 0 s

# Example: See what would be removed
Get-PcKey -Usage C0 | Remove-PcKey -WhatIf
# Output:
# What if: Performing the operation "Disable the key and destroy it after 7 days" on target "arn:aws:payment-cryptography:us-east-1:111122223333:key/mqdmuiqoxr4ovaf7".
