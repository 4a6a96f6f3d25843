# Example: A token for a TR-34 import: the last one if it is good for 7 more days, else a new one
Get-PcImportParameters -ReuseLastGeneratedToken

# Example: Writes the certificate to wrap a key for with RSA-OAEP to a PEM file
[IO.File]::WriteAllText('wrap.pem', (Get-PcImportParameters KEY_CRYPTOGRAM RSA_4096).Certificate.ExportCertificatePem())
