# Example: Writes a request to a file that openssl req -verify -in krd.csr accepts
New-PcCertificateSigningRequest alias/krd -CommonName 'KRD 1' -Organization 'Example Bank' -Country US -OutFile krd.csr

# Example: A new key pair and the text of its request
(New-PcKey K2 RSA_3072 | New-PcCertificateSigningRequest -CommonName 'KRD 2').Pem
