# Setup:
$null = New-PcKey K3 ECC_NIST_P256 -Alias alias/ecdh

# Example: See the certificate of a key pair
Get-PcPublicKeyCertificate alias/ecdh
# Output:
# Remark: Its property Certificate is an X509Certificate2.

# Example: Write the certificate and its chain to a PEM file for the other side
Get-PcPublicKeyCertificate alias/ecdh -OutFile ./ecdh.pem
