# Setup:
$null = New-PcKey V2 TDES_2KEY -Alias alias/pvk
$null = New-PcKey V1 TDES_2KEY -Alias alias/pvk-ibm
$null = New-PcKey P0 TDES_2KEY -Alias alias/pek

# Example: Make a random PIN for a new card, with the PVV that is kept to verify it
New-PcPin alias/pvk alias/pek -PrimaryAccountNumber 4111111111111111
# Output:
# PAN                 PVV  PVKI EncryptedPinBlock
# ---                 ---  ---- -----------------
# 411111******1111    7340 1    7223E91684E719DF
# Remark: The PIN is in the encrypted block and nowhere else.

# Example: Make the PVV of a PIN that the cardholder has chosen at a terminal
$block = (New-PcPin alias/pvk alias/pek -PrimaryAccountNumber 4111111111111111).EncryptedPinBlock
(New-PcPin alias/pvk alias/pek -PrimaryAccountNumber 4111111111111111 -EncryptedPinBlock $block).VerificationValue.Length
# Output:
# 4

# Example: Make a PIN that is verified by its IBM 3624 offset
New-PcPin alias/pvk-ibm alias/pek -PrimaryAccountNumber 4111111111111111 -PinValidationData 4111111111111111
# Output:
# PAN                 PinOffset    EncryptedPinBlock
# ---                 ---------    -----------------
# 411111******1111    7739         F71EA8CC43FE39FD

# Example: Make a PIN for each card of a file, and keep what verifies it
'PrimaryAccountNumber', '4111111111111111', '5555555555554444' | Set-Content ./cards.csv
Import-Csv ./cards.csv | New-PcPin alias/pvk alias/pek | Export-Csv ./pins.csv
(Import-Csv ./pins.csv | Test-PcPin alias/pvk alias/pek) -join ', '
# Output:
# True, True
