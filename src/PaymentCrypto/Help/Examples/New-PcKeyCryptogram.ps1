# Example: Wraps a key for import. The import token is passed on
Get-PcImportParameters KEY_CRYPTOGRAM RSA_3072 | New-PcKeyCryptogram -Key $key

# Example: A key from a file, with SHA-512
New-PcKeyCryptogram ./hsm.pem -KeyPath ./key.hex -Algorithm AES_128 -WrappingSpec RSA_OAEP_SHA_512
