# Setup:
$kek = New-PcKeyComponent AES_256 | Join-PcKeyComponent
$block = New-PcKeyComponent TDES_2KEY | Join-PcKeyComponent -AdjustParity | New-PcTr31KeyBlock -ProtectionKey $kek -Usage B0 -OptionalBlock 'KS=FFFF9876543210E00000'
$block.WrappedKeyBlock | Set-Content ./bdk.tr31

# Example: Look at the header of a block
ConvertFrom-PcTr31KeyBlock ./bdk.tr31
# Output:
# Remark: Anybody can read, and write, what is in clear: only the protection key tells whether it is authentic.

# Example: Open a block, and use the key in it
$opened = $block | ConvertFrom-PcTr31KeyBlock -ProtectionKey $kek
$opened.Key
# Output:

# Example: Read the optional blocks
(ConvertFrom-PcTr31KeyBlock ./bdk.tr31).OptionalBlocks
# Output:
