# Example: Header and optional blocks
ConvertFrom-PcTr31KeyBlock ./bdk.tr31

# Example: Opens the block. The key is in the property Key
$block | ConvertFrom-PcTr31KeyBlock -ProtectionKey $kek
