# Example: PEM: the private key in PKCS #8 under AES-256, then the certificates
$kdh | Export-PcKeyExchangeCertificate ./kdh.pem -Passphrase (Read-Host -AsSecureString)

# Example: PKCS #12
$kdh.CertificateAuthority | Export-PcKeyExchangeCertificate ./ca.pfx -Passphrase $passphrase
