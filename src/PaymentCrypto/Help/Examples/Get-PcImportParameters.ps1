# Example: Get a token for a TR-34 import: the last one if it is good for 7 more days, else a new one
Get-PcImportParameters -ReuseLastGeneratedToken
# Output:

# Example: Write the certificate to wrap a key for with RSA-OAEP to a PEM file
$p = Get-PcImportParameters KEY_CRYPTOGRAM RSA_4096
$p.Certificate.ExportCertificatePem() | Set-Content ./wrap.pem
Get-Content ./wrap.pem -TotalCount 1
# Output:

# Example: Be reminded before the token ends
$p = Get-PcImportParameters -ReuseLastGeneratedToken
if ($p.TimeRemaining.TotalDays -lt 7) { Write-Warning "The import token ends at $($p.ParametersValidUntilTimestamp)." }
