# Setup:
$kek = New-PcKeyComponent TDES_3KEY | Join-PcKeyComponent -AdjustParity
$pek = New-PcKeyComponent TDES_2KEY | Join-PcKeyComponent -AdjustParity
'0123456789ABCDEFFEDCBA9876543210' | Set-Content ./bdk.hex
'00112233445566778899AABBCCDDEEFF' | Set-Content ./kbpk.hex

# Example: Wrap a PIN encryption key under a key encryption key
$pek | New-PcTr31KeyBlock -ProtectionKey $kek -Usage P0
# Output:
# WrappedKeyBlock : B0096P0TB00E000031054ADA7FA80F1815D05581E305B3CBD233A118669F0CA105C790FED340D57C0428E2D402D
#                   7AE3E
# Version         : B
# Header          : B0096P0TB00E0000
# KeyUsage        : P0 (PIN encryption key)
# ModeOfUse       : B (EncryptAndDecrypt)
# Exportability   : E (Exportable)
# KeyAlgorithm    : TDES_2KEY
# KeyCheckValue   : 556608 (ANSI_X9_24)
# ProtectionKey   : KCV F4D9C4
# Remark: Version B under TDES; under AES it would be D.

# Example: Wrap a key from a file, with an optional block, into a file
New-PcTr31KeyBlock -KeyPath ./bdk.hex -Algorithm TDES -ProtectionKeyPath ./kbpk.hex -Version D -Usage B0 -Exportability N -OptionalBlock 'KS=FFFF9876543210E00000' -OutFile ./bdk.tr31
Get-Content ./bdk.tr31
# Output:
# D0144B0TX00N0200KS18FFFF9876543210E00000PB08OINJC37D895D9FF3AB06A9ED47891A2B110D97DF0FD9A43F8D4A6A80273F64D820CBC0BA3753C2B8242FE7BFDAEC2CA4F92F
