# Setup:
$zmk = New-PcKeyComponent TDES_2KEY | Join-PcKeyComponent -AdjustParity
$passphrase = ConvertTo-SecureString 'correct horse battery staple' -AsPlainText -Force
New-PcKeyExchangeCertificate RSA_2048 Kdh | Export-PcKeyExchangeCertificate ./kdh.pfx -Passphrase $passphrase
(New-PcKeyExchangeCertificate RSA_2048 Krd).Pem | Set-Content ./krd.pem
'0123456789ABCDEFFEDCBA9876543210' | Set-Content ./zmk.hex

# Example: Wrap a key encryption key for import
$kdh = New-PcKeyExchangeCertificate RSA_2048
Get-PcImportParameters | New-PcTr34KeyBlock -Key $zmk -SigningKey $kdh -Usage K0
# Output:

# Example: Make a one-pass token from files into a file
New-PcTr34KeyBlock ./krd.pem ./kdh.pfx -Passphrase (Read-Host -AsSecureString) -KeyPath ./zmk.hex -Header D0112K0TB00E0000 -OnePass -OutFile ./zmk.tr34
# Remark: A one-pass token has a time stamp in place of the receiver's nonce.
