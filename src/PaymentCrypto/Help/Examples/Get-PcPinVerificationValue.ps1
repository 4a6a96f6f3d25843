# Setup:
$pvk = [System.Net.NetworkCredential]::new('', '0123456789ABCDEFFEDCBA9876543210').SecurePassword
$pin = [System.Net.NetworkCredential]::new('', '1234').SecurePassword

# Example: The PVV of a PIN
Get-PcPinVerificationValue $pvk 4123456789012345 -Pin $pin -PinVerificationKeyIndex 1

# Example: How it comes about
Get-PcPinVerificationValue $pvk 4123456789012345 -Pin $pin -ShowSteps | Format-List
# Remark: The PIN, and what gives it away, is not shown without -AsPlainText.
