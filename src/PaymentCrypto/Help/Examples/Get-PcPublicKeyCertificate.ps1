# Setup:
$null = New-PcKey K3 ECC_NIST_P256 -Alias alias/ecdh

# Example: See the certificate of a key pair
Get-PcPublicKeyCertificate alias/ecdh
# Output:
# KeyIdentifier : alias/ecdh
# Certificate   : SERIALNUMBER=7133846939, CN=111122223333 (thumbprint 8FDEDA97513BA29710BF4C0CCA23C9EA3EA1744E
#                 )
# Issuer        : L=Arlington, CN=111122223333, S=Virginia, OU=AWS Payment Cryptography, O=AWS Cryptography, C=
#                 US
# ValidUntil    : 2027-02-23 01:26:39Z
# Pem           : -----BEGIN CERTIFICATE-----
# ...
# Remark: Its property Certificate is an X509Certificate2.

# Example: Write the certificate and its chain to a PEM file for the other side
Get-PcPublicKeyCertificate alias/ecdh -OutFile ./ecdh.pem
