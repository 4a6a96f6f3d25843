# Example: Get a token for a TR-34 import: the last one if it is good for 7 more days, else a new one
Get-PcImportParameters -ReuseLastGeneratedToken
# Output:
# ImportToken          : import-token-cm4znqyb6qeco3rx
# KeyMaterialType      : TR34_KEY_BLOCK
# WrappingKeyAlgorithm : RSA_2048
# ValidUntil           : 2026-12-25 01:26:17Z (29 d 23 h left)
# Reusable             : yes, until 2026-12-18 01:26:17Z
# Certificate          : SERIALNUMBER=5265270800, CN=111122223333 (thumbprint 754907FF33873A678389435C8D5810A9A
#                        ED33CB4)
# Issuer               : L=Arlington, CN=111122223333, S=Virginia, OU=AWS Payment Cryptography, O=AWS Cryptogra
#                        phy, C=US
# Provider             : Local, account 111122223333, region us-east-1

# Example: Write the certificate to wrap a key for with RSA-OAEP to a PEM file
$p = Get-PcImportParameters KEY_CRYPTOGRAM RSA_4096
$p.Certificate.ExportCertificatePem() | Set-Content ./wrap.pem
Get-Content ./wrap.pem -TotalCount 1
# Output:
# -----BEGIN CERTIFICATE-----

# Example: Be reminded before the token ends
$p = Get-PcImportParameters -ReuseLastGeneratedToken
if ($p.TimeRemaining.TotalDays -lt 7) { Write-Warning "The import token ends at $($p.ParametersValidUntilTimestamp)." }
