# Setup:
$zpk = [System.Net.NetworkCredential]::new('', '11223344556677889900AABBCCDDEEFF').SecurePassword
$pin = [System.Net.NetworkCredential]::new('', '1234').SecurePassword

# Example: A PIN block of format 0 under a PIN key
ConvertTo-PcPinBlock $zpk $pin -PrimaryAccountNumber 4111111111111111
# Output:
# PinBlock                         Format       KCV    PAN
# --------                         ------       ---    ---
# 6CD68A419A382F82                 ISO_FORMAT_0 5ED7EA 411111******1111

# Example: What a terminal with DUKPT sends
ConvertTo-PcPinBlock 0123456789ABCDEFFEDCBA9876543210 1234 -Pan 4012345678909 -Ksn FFFF9876543210E00001 -AsPlainText
# Output:
# PinBlock                         Format       KCV    PAN
# --------                         ------       ---    ---
# 1B9C1845EB993A7A                 ISO_FORMAT_0 A10107 401234***8909
# Remark: The example of ANSI X9.24-1:2009: the key is the base derivation key, and the block is under the PIN key of this transaction.

# Example: See how a clear block comes about
ConvertTo-PcPinBlock -Clear -Pin 1234 -Pan 4111111111111111 -ShowSteps -AsPlainText
# Output:
# No Step                           Input              KCV    Output
# -- ----                           -----              ---    ------
# 1  Build the PIN field            1234                      041234FFFFFFFFFF
#      ISO 9564-1:2017 9.3.2
# 2  XOR the PAN field              4111111111111111          041225EEEEEEEEEE
#      ISO 9564-1:2017 9.3.2
# 3  Result: PIN block                                        041225EEEEEEEEEE
