# Setup:
$kek = New-PcKeyComponent TDES_3KEY | Join-PcKeyComponent -AdjustParity
$pek = New-PcKeyComponent TDES_2KEY | Join-PcKeyComponent -AdjustParity
'0123456789ABCDEFFEDCBA9876543210' | Set-Content ./bdk.hex
'00112233445566778899AABBCCDDEEFF' | Set-Content ./kbpk.hex

# Example: Wrap a PIN encryption key under a key encryption key
$pek | New-PcTr31KeyBlock -ProtectionKey $kek -Usage P0
# Output:
# Remark: Version B under TDES; under AES it would be D.

# Example: Wrap a key from a file, with an optional block, into a file
New-PcTr31KeyBlock -KeyPath ./bdk.hex -Algorithm TDES -ProtectionKeyPath ./kbpk.hex -Version D -Usage B0 -Exportability N -OptionalBlock 'KS=FFFF9876543210E00000' -OutFile ./bdk.tr31
Get-Content ./bdk.tr31
# Output:
