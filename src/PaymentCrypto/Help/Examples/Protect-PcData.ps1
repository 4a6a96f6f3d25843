# Setup:
$null = New-PcKey D0 AES_128 -Alias alias/data
$null = New-PcKey B0 TDES_2KEY -Alias alias/bdk
$null = New-PcKey D1 RSA_2048 -Alias alias/rsa-data

# Example: Encrypt with AES in CBC mode
Protect-PcData alias/data 31323334353637383930313233343536 -InitializationVector 000102030405060708090A0B0C0D0E0F
# Output:

# Example: Encrypt as a terminal does, with its DUKPT key
Protect-PcData alias/bdk 'Track data of 24 bytes..' -Text -KeySerialNumber FFFF9876543210E00001
# Output:

# Example: Encrypt under a public RSA key
"$(Protect-PcData alias/rsa-data 'a short text' -Text -PaddingType OAEP_SHA256)".Length
# Output:
