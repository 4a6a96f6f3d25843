# Setup:
$null = New-PcKey B0 TDES_2KEY -Alias alias/bdk
$null = New-PcKey P0 TDES_2KEY -Alias alias/zone
$null = New-PcKey P0 AES_128 -Alias alias/zone-aes
$null = New-PcKey K0 TDES_3KEY -Alias alias/kek
$null = New-PcKey V2 TDES_2KEY -Alias alias/pvk
$null = New-PcKey P0 TDES_2KEY -Alias alias/pek -Exportable
$pan = '4111111111111111'
$pin = New-PcPin alias/pvk alias/pek -PrimaryAccountNumber $pan

# Example: Move a PIN block from one zone to the next
Convert-PcPinBlock alias/pek alias/zone -EncryptedPinBlock $pin.EncryptedPinBlock -PrimaryAccountNumber $pan
# Output:
# PAN                 PinBlockFormat  EncryptedPinBlock
# ---                 --------------  -----------------
# 411111******1111    ISO_FORMAT_0    6E6360BB5E4CA044

# Example: Move it to a zone with AES and ISO format 4, and on to a terminal's DUKPT key and back
$terminal = $pin | Convert-PcPinBlock alias/pek alias/bdk -OutgoingKeySerialNumber FFFF9876543210E00001
$terminal | Convert-PcPinBlock alias/bdk alias/zone-aes -OutgoingPinBlockFormat ISO4
# Output:
# PAN                 PinBlockFormat  EncryptedPinBlock
# ---                 --------------  -----------------
# 411111******1111    ISO_FORMAT_4    3EB05FD4BE39166AA8A92BC28450843B
# Remark: The object brings block, format, card number and key serial number along.

# Example: Use a key that comes with the call, in a TR-31 block under a key of the provider
$block = Export-PcKey alias/pek -WrappingKeyIdentifier alias/kek
($pin | Convert-PcPinBlock $block alias/zone).PinBlockFormat
# Output:
# ISO_FORMAT_0
