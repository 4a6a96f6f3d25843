# Setup:
$imk = [System.Net.NetworkCredential]::new('', '0123456789ABCDEFFEDCBA9876543210').SecurePassword
$data = '00000000170000000000000008400080008000084016051700000000093800000B03011203000000'

# Example: The ARQC of a Visa card with CVN 10
Get-PcAuthRequestCryptogram $imk 9137631040001422 -PanSequenceNumber 01 -TransactionData $data -SessionKeyDerivationMode VISA
# Output:
# Kind   Value                            KCV    PAN
# ----   -----                            ---    ---
# ARQC   D791093C8A921769                 02C6E6 913763******1422

# Example: Why is my ARQC wrong?
Get-PcAuthRequestCryptogram $imk 9137631040001422 -Psn 01 -Atc 0B -TransactionData $data -ShowSteps
# Output:
# Get-PcAuthRequestCryptogram: -ApplicationTransactionCounter must be 2 bytes (4 hex digits), but it has 1 bytes (2 hex digits).
#   Recommendation: Give a value as the message says; Get-Help has examples of each parameter.
# Fails: PcParameterInvalid
# Remark: The counter has one byte here; it has two, 000B.

# Example: The same with the counter as it should be
Get-PcAuthRequestCryptogram $imk 9137631040001422 -Psn 01 -Atc 000B -TransactionData $data -ShowSteps
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
# 4  Chain all blocks but the last  0000000017000000   A40781 239B1E57F31328C1
#    under the first key            0000000008400080
#      ISO/IEC 9797-1 7.4           0080000840160517
#                                   0000000009380000
# 5  Encrypt, decrypt, encrypt the  28981F45F01328C1   054249 8713C2699BD9E84C
#    last block
#      ISO/IEC 9797-1 7.4
# 6  Result: ARQC                                             8713C2699BD9E84C
# Remark: Compare with the other side from the top: the first check value or block that differs is the cause.

# Example: Have what is usually wrong tried
Get-PcAuthRequestCryptogram $imk 9137631040001422 -Atc 000B -TransactionData $data -ExpectedCryptogram D791093C8A921769
# Output:
# WARNING: The ARQC is 4CDC0DD5131B1147, not D791093C8A921769. It is D791093C8A921769 with -SessionKeyDerivationMode VISA in place of EMV_COMMON_SESSION_KEY and -PanSequenceNumber 01 in place of 00.
#
# Kind   Value                            KCV    PAN
# ----   -----                            ---    ---
# ARQC   4CDC0DD5131B1147                 80183E 913763******1422
