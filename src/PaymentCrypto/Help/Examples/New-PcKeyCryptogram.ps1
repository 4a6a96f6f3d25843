# Setup:
$key = New-PcKeyComponent AES_128 | Join-PcKeyComponent
(New-PcKeyExchangeCertificate RSA_4096 Krd).Pem | Set-Content ./hsm.pem
'00112233445566778899AABBCCDDEEFF' | Set-Content ./key.hex

# Example: Wrap a key for import
Get-PcImportParameters KEY_CRYPTOGRAM RSA_3072 | New-PcKeyCryptogram -Key $key
# Output:
# Remark: The import token is passed on to Import-PcKey.

# Example: Wrap a key from a file, with SHA-512
New-PcKeyCryptogram ./hsm.pem -KeyPath ./key.hex -Algorithm AES_128 -WrappingSpec RSA_OAEP_SHA_512
# Output:
