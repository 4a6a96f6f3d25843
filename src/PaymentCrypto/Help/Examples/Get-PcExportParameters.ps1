# Example: Get an export token
Get-PcExportParameters
# Output:

# Example: See the authority that the receiving system has to trust
(Get-PcExportParameters -ReuseLastGeneratedToken).CertificateChain[0].Subject
# Output:
