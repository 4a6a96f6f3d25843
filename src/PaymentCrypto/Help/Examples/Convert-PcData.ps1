# Setup:
$null = New-PcKey B0 TDES_2KEY -Alias alias/bdk
$null = New-PcKey D0 AES_128 -Alias alias/old
$null = New-PcKey D0 AES_256 -Alias alias/data
$terminal = Protect-PcData alias/bdk 'Track data of 32 bytes..........' -Text -KeySerialNumber FFFF9876543210E00001

# Example: Move data from a terminal's key to a data key
$kept = $terminal | Convert-PcData alias/bdk alias/data
(Unprotect-PcData alias/data $kept -Text).Text
# Output:
# Track data of 32 bytes..........

# Example: Rotate a data key
Protect-PcData alias/old 31323334353637383930313233343536 | Convert-PcData alias/old alias/data
# Output:
# CipherText : 72F993A534475B5D8D5BA285A0993941
# Key        : a6mygkbolt3kheyw, KCV 38A235
