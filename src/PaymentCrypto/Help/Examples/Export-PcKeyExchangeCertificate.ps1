# Setup:
$kdh = New-PcKeyExchangeCertificate RSA_2048 Kdh
$passphrase = ConvertTo-SecureString 'correct horse battery staple' -AsPlainText -Force

# Example: Keep a key pair in a PEM file
$kdh | Export-PcKeyExchangeCertificate ./kdh.pem -Passphrase (Read-Host -AsSecureString)
Get-Content ./kdh.pem -TotalCount 1
# Output:
# -----BEGIN ENCRYPTED PRIVATE KEY-----
# Remark: The private key in PKCS #8 under AES-256, then the certificates.

# Example: Keep the certificate authority in PKCS #12
$kdh.CertificateAuthority | Export-PcKeyExchangeCertificate ./ca.pfx -Passphrase $passphrase
