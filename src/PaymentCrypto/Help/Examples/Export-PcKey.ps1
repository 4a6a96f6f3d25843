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
# D0144P0AB00E0000553796E566D47E06FE0FD67BD5B1B40900239CC8BE6E3B0FC10E0D00112A5525E01B69A6ACD54852EE2E55B20915AB857AF3BC2E51266DBE07A03D0E0855C4BC
# Remark: A file that is there already is not written over without -Force.

# Example: Export a key encryption key in a TR-34 token, for the receiver with a certificate
Export-PcKey alias/zmk -ExportToken (Get-PcExportParameters) -WrappingKeyCertificate ./krd.pem -CertificateAuthority alias/krd-root
# Output:
# KeyIdentifier  : alias/zmk
# Format         : TR34_KEY_BLOCK
# KeyCheckValue  : 4F2341 (ANSI_X9_24)
# WrappingKeyArn : arn:aws:payment-cryptography:us-east-1:111122223333:key/2vwsyrgo7unsh2fs
# KeyMaterial    : 3082053406092A864886F70D010702A08205253082052102... (1336 bytes)

# Example: Export the initial key (IPEK) of one terminal in place of its base derivation key
Export-PcKey alias/bdk -WrappingKeyIdentifier alias/kek -KeySerialNumber FFFF9876543210E00000
# Output:
# KeyIdentifier  : alias/bdk
# InitialKeyOf   : FFFF9876543210E00000
# Format         : TR31_KEY_BLOCK
# KeyCheckValue  : BF6B0F (ANSI_X9_24)
# WrappingKeyArn : arn:aws:payment-cryptography:us-east-1:111122223333:key/oabmdtva2mwazqj5
# KeyMaterial    : D0112B1TX00S000089F0931250A504D73C623CBC2F5CED01A211C04907B2A56B5C50A73F0F1774CF9323B43D949D
#                  DF0F158AD83750A2AB78

# Example: Let the receiver only verify with the key, and not pass it on
(Export-PcKey alias/cvk -WrappingKeyIdentifier alias/kek -ModeOfUse V -Exportability N).KeyBlockHeader
# Output:
# Remark: A block can say less than the key may do, never more.
