# Example: The certificate as an X509Certificate2
(Get-PcPublicKeyCertificate alias/ecdh).Certificate

# Example: Writes the certificate and its chain to a PEM file
Get-PcPublicKeyCertificate alias/ecdh -OutFile ecdh.pem
