# Setup:
$theirs = New-PcKeyComponent AES_128 | Join-PcKeyComponent
$kek = Get-PcImportParameters KEY_CRYPTOGRAM RSA_3072 | New-PcKeyCryptogram -Key $theirs | Import-PcKey -Usage K0 -Exportable
New-PcKeyAlias alias/kek -KeyIdentifier $kek | Out-Null
$null = New-PcKey P0 AES_128 -Exportable -Alias alias/pek
$null = New-PcKey B0 TDES_2KEY -Exportable -Alias alias/bdk
$null = New-PcKey C0 TDES_2KEY -Exportable -Alias alias/cvk
$null = New-PcKey K0 TDES_3KEY -Exportable -Alias alias/zmk
$krd = New-PcKeyExchangeCertificate RSA_2048 Krd
$krd.Pem | Set-Content ./krd.pem
Import-PcKey -RootCertificate $krd.CertificateAuthority | New-PcKeyAlias alias/krd-root | Out-Null

# Example: Export a key in a TR-31 block under a key encryption key, into a file
Export-PcKey alias/pek -WrappingKeyIdentifier alias/kek -OutFile ./pek.tr31
Get-Content ./pek.tr31
# Output:
# Remark: A file that is there already is not written over without -Force.

# Example: Export a key encryption key in a TR-34 token, for the receiver with a certificate
Export-PcKey alias/zmk -ExportToken (Get-PcExportParameters) -WrappingKeyCertificate ./krd.pem -CertificateAuthority alias/krd-root
# Output:

# Example: Export the initial key (IPEK) of one terminal in place of its base derivation key
Export-PcKey alias/bdk -WrappingKeyIdentifier alias/kek -KeySerialNumber FFFF9876543210E00000
# Output:

# Example: Let the receiver only verify with the key, and not pass it on
(Export-PcKey alias/cvk -WrappingKeyIdentifier alias/kek -ModeOfUse V -Exportability N).KeyBlockHeader
# Output:
# Remark: A block can say less than the key may do, never more.
