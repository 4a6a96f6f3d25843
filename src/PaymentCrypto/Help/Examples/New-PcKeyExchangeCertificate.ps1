# Setup:
$kdh = New-PcKeyExchangeCertificate RSA_3072

# Example: Be a sender of TR-34 tokens (KDH) with a certificate authority of its own
$kdh = New-PcKeyExchangeCertificate RSA_2048
$kdh
# Output:
# Remark: The authority is in the property CertificateAuthority; Import-PcKey -RootCertificate takes it.

# Example: Be a receiver (KRD) under an authority that is there
New-PcKeyExchangeCertificate RSA_3072 Krd -Issuer $kdh.CertificateAuthority -CommonName HSM-7
# Output:
# Remark: An authority issues only for keys as strong as its own or weaker.

# Example: Make a request for your own certificate authority
(New-PcKeyExchangeCertificate RSA_3072 -SigningRequest -CommonName HSM-7).Pem | Set-Content ./hsm-7.csr
