# Example: A PIN encryption key under a key encryption key: version B under TDES, D under AES
$pek | New-PcTr31KeyBlock -ProtectionKey $kek -Usage P0

# Example: Keys from files, an optional block, and the result in a file
New-PcTr31KeyBlock -KeyPath ./bdk.hex -Algorithm TDES -ProtectionKeyPath ./kbpk.hex -Version D -Usage B0 -Exportability N -OptionalBlock 'KS=FFFF9876543210E00000' -OutFile ./bdk.tr31
