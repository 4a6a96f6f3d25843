# Setup:
$null = New-PcKey E0 TDES_2KEY -Exportable -Alias alias/imk-ac
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

# Example: Every step from the issuer's master key
New-PcAuthRequestCryptogram alias/imk-ac $data -EmvCommon -PrimaryAccountNumber 4111111111111111 -ApplicationTransactionCounter 000B -ShowSteps
# Output:
# No Step                           Input              KCV    Output
# -- ----                           -----              ---    ------
# 1  Take the rightmost 16 digits   4***************          **************00
#    of PAN and sequence number     00
#      EMV 4.3 book 2, A1.4.1
# 2  Encrypt the digits and their   **************00   592B18 (key, KCV 65A52E)
#    complement for the card key,   **************FF
#    odd parity
#      EMV 4.3 book 2, A1.4.1
# 3  Encrypt the value with F0 and  000BF00000000000   65A52E (key, KCV 1AC8B7)
#    0F as its third byte for the   000B0F0000000000
#    session key, odd parity
#      EMV 4.3 book 2, A1.3.1
# 4  Chain all blocks but the last  0000000017000000   735FFB 3B88196EDDC62AE6
#    under the first key            0000000008400080
#      ISO/IEC 9797-1 7.4           0080000840160517
#                                   0000000009380000
# 5  Encrypt, decrypt, encrypt the  308B187CDE462AE6   1AC8B7 6634D04658183E18
#    last block
#      ISO/IEC 9797-1 7.4
# 6  Result: ARQC                                             6634D04658183E18
