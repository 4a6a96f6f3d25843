# Setup:
$krd = New-PcKeyExchangeCertificate RSA_3072 Krd
$key = New-PcKeyComponent AES_128 | Join-PcKeyComponent
$cryptogram = $krd | New-PcKeyCryptogram -Key $key
$kcv = $key.KeyCheckValue
$cryptogram.WrappedKeyCryptogram | Set-Content ./key.hex
Send-DocAnswer 'correct horse battery staple'
$krd | Export-PcKeyExchangeCertificate ./hsm.pfx -Passphrase (ConvertTo-SecureString 'correct horse battery staple' -AsPlainText -Force)

# Example: Open a cryptogram of New-PcKeyCryptogram
$cryptogram | ConvertFrom-PcKeyCryptogram -PrivateKey $krd
# Output:
# KeyAlgorithm  : AES_128
# KeyLength     : 128
# KeyCheckValue : FC491D (CMAC)
# Remark: Algorithm and check value come with the object; a key with another check value is refused.

# Example: Open a cryptogram that came as a file
ConvertFrom-PcKeyCryptogram ./key.hex ./hsm.pfx -Passphrase (Read-Host -AsSecureString) -Algorithm AES_128 -KeyCheckValue $kcv
# Remark: The file has the cryptogram as hex digits. Nothing in it says what key it is: algorithm and check value come from the sender by another way.
