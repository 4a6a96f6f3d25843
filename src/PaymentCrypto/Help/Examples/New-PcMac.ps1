# Setup:
$null = New-PcKey M6 AES_128 -Alias alias/cmac
$null = New-PcKey M3 TDES_2KEY -Exportable -Alias alias/retail-mac
$null = New-PcKey M7 HMAC_SHA256 -Alias alias/hmac
$null = New-PcKey B0 TDES_2KEY -Alias alias/bdk
$null = New-PcKey E2 TDES_2KEY -Alias alias/imk-smi

# Example: Compute a MAC by the algorithm that the key is for
New-PcMac alias/cmac 3B313233343536373839
# Output:
# Algorithm                KCV    Mac
# ---------                ---    ---
# CMAC                     A8BBC7 26228F409352AA7C8B84E3E93CE93274

# Example: Of a text, and only the MAC itself
"$(New-PcMac alias/hmac 'amount=100;currency=978' -Text)".Length
# Output:
# 64

# Example: With the DUKPT key of a terminal
New-PcMac alias/bdk 4E6F77206973207468652074696D6520 -KeySerialNumber FFFF9876543210E00001 -Algorithm ISO9797_ALGORITHM3 -MacLength 8
# Output:
# Algorithm                KCV    Mac
# ---------                ---    ---
# DUKPT_ISO9797_ALGORITHM3 E59A77 57DB25C63A33B7EC
# Remark: By ISO 9797-1 under a DUKPT key the service pads nothing: the message is a multiple of 8 bytes.

# Example: For a script to a card, with the session key of a transaction
New-PcMac alias/imk-smi 8424000008999E57FD0F47CACE -SessionKeyDerivation EmvCommon -PrimaryAccountNumber 4111111111111111 -ApplicationCryptogram D791093C8A921769
# Output:
# Algorithm                KCV    Mac
# ---------                ---    ---
# EMV_MAC                  CF4705 6AD6FC2E6CEE15E5

# Example: Every step, to be compared with the other side
New-PcMac alias/retail-mac 4E6F77206973207468652074696D6520 -ShowSteps
# Output:
# No Step                           Input              KCV    Output
# -- ----                           -----              ---    ------
# 1  Chain all blocks but the last  4E6F772069732074   0FE528 AA649605908E7D7A
#    under the first key
#      ISO/IEC 9797-1 7.4
# 2  Encrypt, decrypt, encrypt the  C201B671F9E3185A   66E1ED AE1A570298C516D7
#    last block
#      ISO/IEC 9797-1 7.4
# 3  Result: MAC                                              AE1A5702
# Remark: The local engine shows the steps of a key that is exportable; without -AsPlainText a derived key is there by its check value alone.
