# Setup:
$zmk = New-PcKeyComponent TDES_2KEY | Join-PcKeyComponent -AdjustParity
$kdh = New-PcKeyExchangeCertificate RSA_2048
$kdh.Pem | Set-Content ./kdh.pem
Send-DocAnswer 0123456789ABCDEFFEDCBA9876543210

# Example: Ask for a key, without showing it
Get-PcKeyCheckValue -Algorithm TDES_2KEY
# Output:
# key (hex, not shown):
#
# KCV              Method     Algorithm     OddParity
# ---              ------     ---------     ---------
# 08D7B4           ANSI_X9_24 TDES_2KEY     True
# Remark: The check value of 0123456789ABCDEF FEDCBA9876543210, which is safe to tell: no payment system uses it.

# Example: Compute five bytes by another method
Get-PcKeyCheckValue $zmk -KeyCheckValueAlgorithm CMAC -Length 5
# Output:
# KCV              Method     Algorithm     OddParity
# ---              ------     ---------     ---------
# 435F1FCE2E       CMAC       TDES_2KEY     True

# Example: Compute the check value of a public key as the service shows it
(Get-PcKeyCheckValue -Certificate ./kdh.pem).KeyCheckValue
# Output:
# F9CBE0FE
# Remark: SHA-1 of the public key.
