# Setup:
$null = New-PcKey E0 TDES_2KEY -Alias alias/imk-ac
$data = '00000000170000000000000008400080008000084016051700000000093800000B03011203800000'

# Example: Make the cryptogram of a card with EMV common session keys
New-PcAuthRequestCryptogram alias/imk-ac $data -EmvCommon -PrimaryAccountNumber 4111111111111111 -ApplicationTransactionCounter 000B
# Output:
# PAN                 SessionKeyDerivation Cryptogram
# ---                 -------------------- ----------
# 411111******1111    EmvCommon            AC0A1CE12B43E2FA

# Example: Of a Visa card with CVN 10, which has no session keys
"$(New-PcAuthRequestCryptogram alias/imk-ac $data -Visa -PrimaryAccountNumber 4111111111111111)".Length
# Output:
# 16
# Remark: The data is padded by the scheme's rule before: with zeros for CVN 10, with 80 and zeros for most others.
