# Setup:
$imk = [System.Net.NetworkCredential]::new('', '0123456789ABCDEFFEDCBA9876543210').SecurePassword

# Example: The answer to a Visa card with CVN 10
Get-PcAuthResponseCryptogram $imk 9137631040001422 -Psn 01 -AuthRequestCryptogram D791093C8A921769 -AuthResponseCode 3030 -SessionKeyDerivationMode VISA
# Output:
# Kind   Value                            KCV    PAN
# ----   -----                            ---    ---
# ARPC   F28D7DA3B9577EDE                 02C6E6 913763******1422

# Example: By method 2, with the steps
Get-PcAuthResponseCryptogram $imk 9137631040001422 -Psn 01 -Atc 000B -Arqc D791093C8A921769 -CardStatusUpdate 00820000 -ShowSteps
# Output:
# No Step                           Input              KCV    Output
# -- ----                           -----              ---    ------
# 1  Take the rightmost 16 digits   913763******1422          3763******142201
#    of PAN and sequence number     01
#      EMV 4.3 book 2, A1.4.1
# 2  Encrypt the digits and their   3763******142201   08D7B4 (key, KCV 02C6E6)
#    complement for the card key,   C89C******EBDDFE
#    odd parity
#      EMV 4.3 book 2, A1.4.1
# 3  Encrypt the value with F0 and  000BF00000000000   02C6E6 (key, KCV 054249)
#    0F as its third byte for the   000B0F0000000000
#    session key, odd parity
#      EMV 4.3 book 2, A1.3.1
# 4  Join ARQC, CSU and proprietary D791093C8A921769          D791093C8A921769
#    data                                                     00820000
#      EMV 4.3 book 2, 8.2.2
# 5  Pad the message by method 2:   D791093C8A921769          D791093C8A921769
#    80 and zeros                   00820000                  0082000080000000
#      ISO/IEC 9797-1 6.3.3
# 6  Chain all blocks but the last  D791093C8A921769   A40781 3379BA10E1BCF384
#    under the first key
#      ISO/IEC 9797-1 7.4
# 7  Encrypt, decrypt, encrypt the  33FBBA1061BCF384   054249 852EA7A82A265A67
#    last block
#      ISO/IEC 9797-1 7.4
# 8  Result: ARPC                                             852EA7A8
