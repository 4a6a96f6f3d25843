# Setup:
$null = New-PcKey K3 ECC_NIST_P256 -Alias alias/ecdh

# Example: See the certificate of a key pair
Get-PcPublicKeyCertificate alias/ecdh
# Output:
# KeyIdentifier : alias/ecdh
# Certificate   : SERIALNUMBER=0887796867, CN=111122223333 (thumbprint
#                 FD0A265FDB467D0499694D494B24262B61FC4C86)
# Issuer        : L=Arlington, CN=111122223333, S=Virginia, OU=AWS Payment Cryptography, O=AWS Cryptography,
#                 C=US
# ValidUntil    : 2027-02-23 01:48:16Z
# Pem           : -----BEGIN CERTIFICATE-----
# ...
# Remark: Its property Certificate is an X509Certificate2.

# Example: Write the certificate and its chain to a PEM file for the other side
Get-PcPublicKeyCertificate alias/ecdh -OutFile ./ecdh.pem
