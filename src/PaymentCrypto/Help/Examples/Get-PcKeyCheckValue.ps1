# Setup:
$zmk = New-PcKeyComponent TDES_2KEY | Join-PcKeyComponent -AdjustParity
$kdh = New-PcKeyExchangeCertificate RSA_2048
$kdh.Pem | Set-Content ./kdh.pem
Send-DocAnswer 0123456789ABCDEFFEDCBA9876543210

# Example: Ask for a key, without showing it
Get-PcKeyCheckValue -Algorithm TDES_2KEY
# Output:
# Remark: The check value of 0123456789ABCDEF FEDCBA9876543210, which is safe to tell: no payment system uses it.

# Example: Compute five bytes by another method
Get-PcKeyCheckValue $zmk -KeyCheckValueAlgorithm CMAC -Length 5
# Output:

# Example: Compute the check value of a public key as the service shows it
(Get-PcKeyCheckValue -Certificate ./kdh.pem).KeyCheckValue
# Output:
# Remark: SHA-1 of the public key.
