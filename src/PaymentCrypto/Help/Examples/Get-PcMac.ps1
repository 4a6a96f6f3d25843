# Setup:
$mac = [System.Net.NetworkCredential]::new('', '0123456789ABCDEFFEDCBA9876543210').SecurePassword

# Example: The retail MAC of a message
Get-PcMac $mac 'Now is the time for all ' -Text -MacLength 8
# Output:
# Kind   Value                            KCV    PAN
# ----   -----                            ---    ---
# MAC    A1C72E74EA3FA9B6                 08D7B4

# Example: A CMAC under an AES key
Get-PcMac 2B7E151628AED2A6ABF7158809CF4F3C 6BC1BEE22E409F96E93D7E117393172A -Algorithm CMAC -AsPlainText
# Output:
# Kind   Value                            KCV    PAN
# ----   -----                            ---    ---
# MAC    070A16B46B4D4144F79BDD9DD04A287C 7AD386
# Remark: The example of NIST SP 800-38B.

# Example: How the MAC of a terminal with DUKPT comes about
Get-PcMac $mac 4E6F772069732074 -KeySerialNumber FFFF9876543210E00001 -ShowSteps
# Output:
# No Step                           Input              KCV    Output
# -- ----                           -----              ---    ------
# 1  Derive the initial key from    FFFF9876543210E0   08D7B4 (key, KCV AF8C07)
#    the key serial number without
#    its counter
#      X9.24-1:2009 A.6
# 2  Derive the next key for a one  9876543210E00001   AF8C07 (key, KCV 646E6C)
#    bit of the counter
#      X9.24-1:2009 A.3
# 3  Invert byte 7 of both halves   (key, KCV 646E6C)         (key, KCV 91A1BB)
#    for MacRequest
#      X9.24-1:2009 A.4.1
# 4  Chain all blocks but the last                     CFFBC3 0000000000000000
#    under the first key
#      ISO/IEC 9797-1 7.4
# 5  Encrypt, decrypt, encrypt the  4E6F772069732074   91A1BB 83531D78CEC4A93B
#    last block
#      ISO/IEC 9797-1 7.4
# 6  Result: MAC                                              83531D78
