# Example: A cryptogram of New-PcKeyCryptogram: algorithm and check value come with it and are compared
$cryptogram | ConvertFrom-PcKeyCryptogram -PrivateKey $krd

# Example: A cryptogram from a file
ConvertFrom-PcKeyCryptogram ./key.hex ./hsm.pfx -Passphrase (Read-Host -AsSecureString) -Algorithm AES_128 -KeyCheckValue 08793E
