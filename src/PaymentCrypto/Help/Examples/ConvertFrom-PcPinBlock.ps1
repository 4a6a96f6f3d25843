# Example: The PIN of a block of format 0
ConvertFrom-PcPinBlock 0123456789ABCDEFFEDCBA9876543210 1B9C1845EB993A7A -Pan 4012345678909 -Ksn FFFF9876543210E00001 -AsPlainText
# Output:
# PinLength Format       KCV    PlainText
# --------- ------       ---    ---------
# 4         ISO_FORMAT_0 A10107 1234

# Example: Why a block does not open
ConvertFrom-PcPinBlock 0123456789ABCDEFFEDCBA9876543210 1B9C1845EB993A7A -Pan 4012345678901 -AsPlainText -ShowSteps
# Output:
# No Step                           Input              KCV    Output
# -- ----                           -----              ---    ------
# 1  Decrypt the block              1B9C1845EB993A7A   08D7B4 B5F1EBA1A5B9B67B
#      ISO 9564-1:2017 9.3
# 2  XOR the PAN field              B5F1EBA1A5B9B67B          B5F1ABB391EFCEEB
#      ISO 9564-1:2017 9.3.2
# ConvertFrom-PcPinBlock: The PIN block does not hold a PIN in this format: the key, the PAN or the format may be another.
#   Recommendation: Compare key, PAN and format of the PIN block with the sender; -ShowSteps shows the way.
# Fails: PcCalculationPinBlock
# Remark: Here the key serial number was forgotten. What comes out under the wrong key looks like chance; under the right key with a wrong PAN the first bytes would still be 04 and the length of the PIN.
