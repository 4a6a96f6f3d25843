# Setup:
$kdh = New-PcKeyExchangeCertificate RSA_3072

# Example: Be a sender of TR-34 tokens (KDH) with a certificate authority of its own
$kdh = New-PcKeyExchangeCertificate RSA_2048
$kdh
# Output:
# Role          : Kdh
# KeyAlgorithm  : RSA_2048
# Certificate   : CN=PaymentCrypto KDH (thumbprint 76D3A9E852F02DA316F2D25F01081DD64E9D2AD2)
# Issuer        : CN=PaymentCrypto KDH CA
# SerialNumber  : 7FED550F56C957A755B52F0C4CE3A782
# Valid         : 2026-11-25 00:28:12Z to 2027-02-23 01:28:12Z
# KeyCheckValue : 079D4B9C
# Remark: The authority is in the property CertificateAuthority; Import-PcKey -RootCertificate takes it.

# Example: Be a receiver (KRD) under an authority that is there
New-PcKeyExchangeCertificate RSA_3072 Krd -Issuer $kdh.CertificateAuthority -CommonName HSM-7
# Output:
# Role          : Krd
# KeyAlgorithm  : RSA_3072
# Certificate   : CN=HSM-7 (thumbprint EDDB9302695EFCD596850442AE7CC052A1D4BCE3)
# Issuer        : CN=PaymentCrypto KDH CA
# SerialNumber  : 63D805E0B0D43B2A53F7A400936794EA
# Valid         : 2026-11-25 00:28:31Z to 2027-02-23 01:28:31Z
# KeyCheckValue : 7B615133
# Remark: An authority issues only for keys as strong as its own or weaker.

# Example: Make a request for your own certificate authority
(New-PcKeyExchangeCertificate RSA_3072 -SigningRequest -CommonName HSM-7).Pem | Set-Content ./hsm-7.csr
