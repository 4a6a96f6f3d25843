# Setup:
$pvk = [System.Net.NetworkCredential]::new('', '0123456789ABCDEFFEDCBA9876543210').SecurePassword
$pin = [System.Net.NetworkCredential]::new('', '1234').SecurePassword

# Example: The offset of a PIN
Get-PcPinOffset $pvk 1234567899876543 -Pin $pin

# Example: The natural PIN of a card, and the way to an offset
Get-PcPinOffset 0123456789ABCDEFFEDCBA9876543210 1234567899876543 -Pin 1234 -ShowSteps -AsPlainText | Format-List
