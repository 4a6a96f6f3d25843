# Example: A sender of TR-34 tokens with an authority of its own, in the property CertificateAuthority
$kdh = New-PcKeyExchangeCertificate RSA_2048

# Example: A receiver under the same authority. An authority issues only for keys as strong as its own or weaker
New-PcKeyExchangeCertificate RSA_3072 Krd -Issuer $kdh.CertificateAuthority -CommonName HSM-7

# Example: A request for your own authority
(New-PcKeyExchangeCertificate RSA_3072 -SigningRequest -CommonName HSM-7).Pem
