# Setup:
$null = New-PcKey K2 RSA_3072 -Alias alias/krd

# Example: Write a request to a file for your certificate authority
New-PcCertificateSigningRequest alias/krd -CommonName 'KRD 1' -Organization 'Example Bank' -Country US -OutFile ./krd.csr
Get-Content ./krd.csr -TotalCount 1
# Output:
# -----BEGIN CERTIFICATE REQUEST-----
# Remark: The command "openssl req -verify -noout -in krd.csr" accepts it.

# Example: Make a key pair and see its request
New-PcKey K2 RSA_3072 | New-PcCertificateSigningRequest -CommonName 'KRD 2'
# Output:
# KeyIdentifier    : arn:aws:payment-cryptography:us-east-1:111122223333:key/c4brendgyaqh2nd3
# CommonName       : KRD 2
# SigningAlgorithm : SHA256
# Pem              : -----BEGIN CERTIFICATE REQUEST-----
# ...
