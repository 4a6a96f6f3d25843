# Setup:
$cvk = [System.Net.NetworkCredential]::new('', '0123456789ABCDEFFEDCBA9876543210').SecurePassword
'Pan,Expiry', '4123456789012345,8701', '4999988887777000,9105' | Set-Content ./cards.csv

# Example: The CVV of a card
Get-PcCardValidationValue $cvk 4123456789012345 -CardExpiryDate 8701 -ServiceCode 101

# Example: CVV2 for a file of cards
Import-Csv ./cards.csv | Get-PcCardValidationValue $cvk -Cvv2

# Example: How a CVV comes about
Get-PcCardValidationValue $cvk 4123456789012345 -CardExpiryDate 8701 -ServiceCode 101 -ShowSteps

# Example: The three security codes of an American Express card
3..5 | ForEach-Object { Get-PcCardValidationValue $cvk 371234567890123 -AmexCsc1 -Expiry 9912 -Length $_ }
