# Example: Asks for a key without showing it
Get-PcKeyCheckValue -Algorithm TDES_2KEY

# Example: Five bytes by another method
Get-PcKeyCheckValue $zmk -KeyCheckValueAlgorithm CMAC -Length 5

# Example: The SHA-1 of a public key as the service shows it
Get-PcKeyCheckValue -Certificate ./kdh.pem
