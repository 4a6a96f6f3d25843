# Example: Writes a TR-31 block to a file, unless there is one already
Export-PcKey alias/pek -WrappingKeyIdentifier alias/kek -OutFile ./pek.tr31

# Example: A TR-34 token for the receiver with that certificate
Export-PcKey alias/kek -ExportToken (Get-PcExportParameters) -WrappingKeyCertificate ./krd.pem -CertificateAuthority alias/krd-root

# Example: The initial key (IPEK) of one terminal
Export-PcKey alias/bdk -WrappingKeyIdentifier alias/kek -KeySerialNumber FFFF9876543210E00000

# Example: The receiver may only verify with the key, and may not pass it on
Export-PcKey alias/cvk -WrappingKeyIdentifier alias/kek -ModeOfUse V -Exportability N
