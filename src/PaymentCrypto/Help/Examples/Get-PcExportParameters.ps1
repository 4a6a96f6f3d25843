# Example: Get an export token
Get-PcExportParameters
# Output:
# ExportToken         : export-token-qtk773itl2zc7yfp
# KeyMaterialType     : TR34_KEY_BLOCK
# SigningKeyAlgorithm : RSA_2048
# ValidUntil          : 2026-12-25 01:47:54Z (29 d 23 h left)
# Reusable            : yes, until 2026-12-18 01:47:54Z
# Certificate         : SERIALNUMBER=5683876115, CN=111122223333 (thumbprint
#                       C6FBB9362864EE40F353C5109DA2B7A5ACF2819F)
# Issuer              : L=Arlington, CN=111122223333, S=Virginia, OU=AWS Payment Cryptography, O=AWS
#                       Cryptography, C=US
# Provider            : Local, account 111122223333, region us-east-1

# Example: See the authority that the receiving system has to trust
(Get-PcExportParameters -ReuseLastGeneratedToken).CertificateChain[0].Subject
# Output:
# L=Arlington, CN=111122223333, S=Virginia, OU=AWS Payment Cryptography, O=AWS Cryptography, C=US
