# Setup:
$pvk = [System.Net.NetworkCredential]::new('', '0123456789ABCDEFFEDCBA9876543210').SecurePassword
$pin = [System.Net.NetworkCredential]::new('', '1234').SecurePassword

# Example: The PVV of a PIN
Get-PcPinVerificationValue $pvk 4123456789012345 -Pin $pin -PinVerificationKeyIndex 1
# Output:
# Kind   Value                            KCV    PAN
# ----   -----                            ---    ---
# PVV    1894                             08D7B4 412345******2345

# Example: How it comes about
Get-PcPinVerificationValue $pvk 4123456789012345 -Pin $pin -ShowSteps
# Output:
# No Step                           Input              KCV    Output
# -- ----                           -----              ---    ------
# 1  Build the transformed security (PIN, hidden)             (PIN, hidden)
#    parameter
#      Visa Payment Technology
#      Standards Manual, PVV
# 2  Encrypt it                     (PIN, hidden)      08D7B4 189E41ACA69078E5
#      Visa Payment Technology
#      Standards Manual, PVV
# 3  Decimalise, A to F as 0 to 5   189E41ACA69078E5          1894
#      Visa Payment Technology
#      Standards Manual, PVV
# 4  Result: PVV                                              1894
# Remark: The PIN, and what gives it away, is not shown without -AsPlainText.
