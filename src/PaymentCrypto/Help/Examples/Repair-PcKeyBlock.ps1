# Setup:
$kbpk = ConvertTo-SecureString A1B2C3D4E5F60718293A4B5C6D7E8F90 -AsPlainText -Force
$key = ConvertTo-SecureString 404142434445464748494A4B4C4D4E4F -AsPlainText -Force
$block = (New-PcTr31KeyBlock -Key $key -Algorithm TDES_2KEY -ProtectionKey $kbpk -ProtectionKeyAlgorithm AES_128 -Usage P0).WrappedKeyBlock
$damaged = $block.Remove(5, 1).Insert(5, 'D')

# Example: Mends a block of which one character is wrong.
"$(Repair-PcKeyBlock $damaged $kbpk)"
# Output:
# character 6 is 'P', not 'D'

# Example: Imports the mended block in place of the damaged one.
(Repair-PcKeyBlock $damaged $kbpk).WrappedKeyBlock -eq $block
# Output:
# True
