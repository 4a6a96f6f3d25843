# Setup:
$null = New-PcKey D0 AES_128 -Alias alias/data
$null = New-PcKey B0 TDES_2KEY -Alias alias/bdk
$null = New-PcKey D1 RSA_2048 -Alias alias/rsa-data

# Example: Encrypt with AES in CBC mode
Protect-PcData alias/data 31323334353637383930313233343536 -InitializationVector 000102030405060708090A0B0C0D0E0F
# Output:
# CipherText : 69F2C04FC5FC1E1570FBAF6CDA6E6144
# Key        : 3wu3giapfeit5tl5, KCV 1CDCF7

# Example: Encrypt as a terminal does, with its DUKPT key
Protect-PcData alias/bdk 'Track data of 24 bytes..' -Text -KeySerialNumber FFFF9876543210E00001
# Output:
# CipherText      : 3A628CC032C5279E666B38503113F7C2561248E4BD2738DF
# KeySerialNumber : FFFF9876543210E00001
# Key             : cjebijdbfnv6fpdp, KCV 7AECC7

# Example: Encrypt under a public RSA key
"$(Protect-PcData alias/rsa-data 'a short text' -Text -PaddingType OAEP_SHA256)".Length
# Output:
# 512
