# Example: Get an export token
Get-PcExportParameters
# Output:
# ExportToken         : export-token-dexzhjq6gxulgbma
# KeyMaterialType     : TR34_KEY_BLOCK
# SigningKeyAlgorithm : RSA_2048
# ValidUntil          : 2026-12-25 01:26:16Z (29 d 23 h left)
# Reusable            : yes, until 2026-12-18 01:26:16Z
# Certificate         : SERIALNUMBER=5872056225, CN=111122223333 (thumbprint F7D419B58F7529F69BE3162B467AF87241
#                       27F5AE)
# Issuer              : L=Arlington, CN=111122223333, S=Virginia, OU=AWS Payment Cryptography, O=AWS Cryptograp
#                       hy, C=US
# Provider            : Local, account 111122223333, region us-east-1

# Example: See the authority that the receiving system has to trust
(Get-PcExportParameters -ReuseLastGeneratedToken).CertificateChain[0].Subject
# Output:
# L=Arlington, CN=111122223333, S=Virginia, OU=AWS Payment Cryptography, O=AWS Cryptography, C=US
