# Example: Get a token for a TR-34 import: the last one if it is good for 7 more days, else a new one
Get-PcImportParameters -ReuseLastGeneratedToken
# Output:
# ImportToken          : import-token-gydxcxd2nmo2bfso
# KeyMaterialType      : TR34_KEY_BLOCK
# WrappingKeyAlgorithm : RSA_2048
# ValidUntil           : 2026-12-25 01:47:57Z (29 d 23 h left)
# Reusable             : yes, until 2026-12-18 01:47:57Z
# Certificate          : SERIALNUMBER=6972292548, CN=111122223333 (thumbprint
#                        FBF51CC069990C1123D90D14A969048BB5354673)
# Issuer               : L=Arlington, CN=111122223333, S=Virginia, OU=AWS Payment Cryptography, O=AWS
#                        Cryptography, C=US
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
