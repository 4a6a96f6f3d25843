# Example: A new export token
Get-PcExportParameters

# Example: The authority that the receiving system has to trust
(Get-PcExportParameters -ReuseLastGeneratedToken).CertificateChain[0].Subject
