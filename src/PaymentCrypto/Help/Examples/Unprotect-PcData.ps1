# Setup:
$null = New-PcKey D0 AES_128 -Alias alias/data
$null = New-PcKey B0 TDES_2KEY -Alias alias/bdk
$terminal = Protect-PcData alias/bdk 'Track data of 24 bytes..' -Text -KeySerialNumber FFFF9876543210E00001

# Example: Decrypt data
$encrypted = Protect-PcData alias/data 31323334353637383930313233343536
(Unprotect-PcData alias/data $encrypted).PlainText
# Output:
# 31323334353637383930313233343536

# Example: Decrypt what a terminal has encrypted, as text
($terminal | Unprotect-PcData alias/bdk -Text).Text
# Output:
# Track data of 24 bytes..
# Remark: The object brings its key serial number along.
