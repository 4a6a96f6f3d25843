# Setup:
$key = New-PcKeyComponent AES_128 | Join-PcKeyComponent
(New-PcKeyExchangeCertificate RSA_4096 Krd).Pem | Set-Content ./hsm.pem
'00112233445566778899AABBCCDDEEFF' | Set-Content ./key.hex

# Example: Wrap a key for import
Get-PcImportParameters KEY_CRYPTOGRAM RSA_3072 | New-PcKeyCryptogram -Key $key
# Output:
# WrappedKeyCryptogram : 5254FC2FC73A4C308216AE0C1526E11C60474AA5DE5E5A92... (384 bytes)
# WrappingSpec         : RSA_OAEP_SHA_256
# Recipient            : SERIALNUMBER=4950777195, CN=111122223333
# ImportToken          : import-token-5u32fhlqbg4bbyh4
# KeyAlgorithm         : AES_128
# KeyCheckValue        : 39EE83 (CMAC)
# Remark: The import token is passed on to Import-PcKey.

# Example: Wrap a key from a file, with SHA-512
New-PcKeyCryptogram ./hsm.pem -KeyPath ./key.hex -Algorithm AES_128 -WrappingSpec RSA_OAEP_SHA_512
# Output:
# WrappedKeyCryptogram : 20D5C67E64D04C127BC190CA2A505A66322F3B7E26803B8D... (512 bytes)
# WrappingSpec         : RSA_OAEP_SHA_512
# Recipient            : CN=PaymentCrypto KRD
# KeyAlgorithm         : AES_128
# KeyCheckValue        : 53E107 (CMAC)
