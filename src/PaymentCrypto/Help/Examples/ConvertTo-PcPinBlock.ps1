# Setup:
$zpk = [System.Net.NetworkCredential]::new('', '11223344556677889900AABBCCDDEEFF').SecurePassword
$pin = [System.Net.NetworkCredential]::new('', '1234').SecurePassword

# Example: A PIN block of format 0 under a PIN key
ConvertTo-PcPinBlock $zpk $pin -PrimaryAccountNumber 4111111111111111

# Example: What a terminal with DUKPT sends
ConvertTo-PcPinBlock 0123456789ABCDEFFEDCBA9876543210 1234 -Pan 4012345678909 -Ksn FFFF9876543210E00001 -AsPlainText
# Remark: The example of ANSI X9.24-1:2009: the key is the base derivation key, and the block is under the PIN key of this transaction.

# Example: See how a clear block comes about
ConvertTo-PcPinBlock -Clear -Pin 1234 -Pan 4111111111111111 -ShowSteps -AsPlainText | Format-List
