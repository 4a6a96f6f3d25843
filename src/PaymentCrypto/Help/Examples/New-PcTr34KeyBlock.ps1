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
# WrappedKeyBlock : 308204B606092A864886F70D010702A08204A7308204A302... (1210 bytes)
# Dialect         : Aws
# Header          : D0112K0TB00E0000
# KeyUsage        : K0 (Key encryption key)
# ModeOfUse       : B (EncryptAndDecrypt)
# Exportability   : E (Exportable)
# Signer          : serial 7BC0616BD88E5928ADA9D68CFCDA0BE7 of CN=PaymentCrypto KDH CA
# Recipient       : serial 723768378F00756AFE2F77943C4043DD of L=Arlington, CN=111122223333, S=Virginia,
#                   OU=AWS Payment Cryptography, O=AWS Cryptography, C=US
# RandomNonce     : 4ACA459D516625B7
# Signature       : not verified, the digest matches
# Encryption      : TripleDes, RSAES-OAEP (SHA-256, MGF1 with SHA-256, empty label)
# ImportToken     : import-token-i3yiwdtu4ujevp6f
# KeyAlgorithm    : TDES_2KEY
# KeyCheckValue   : BE54B2 (ANSI_X9_24)

# Example: Make a one-pass token from files into a file
New-PcTr34KeyBlock ./krd.pem ./kdh.pfx -Passphrase (Read-Host -AsSecureString) -KeyPath ./zmk.hex -Header D0112K0TB00E0000 -OnePass -OutFile ./zmk.tr34
# Remark: A one-pass token has a time stamp in place of the receiver's nonce.
