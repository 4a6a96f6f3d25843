# Setup:
$kek = New-PcKeyComponent AES_256 | Join-PcKeyComponent
$block = New-PcKeyComponent TDES_2KEY | Join-PcKeyComponent -AdjustParity | New-PcTr31KeyBlock -ProtectionKey $kek -Usage B0 -OptionalBlock 'KS=FFFF9876543210E00000'
$block.WrappedKeyBlock | Set-Content ./bdk.tr31

# Example: Look at the header of a block
ConvertFrom-PcTr31KeyBlock ./bdk.tr31
# Output:
# WrappedKeyBlock : D0144B0TX00E0200KS18FFFF9876543210E00000PB08ILOV1B7503D9DB7608724CC31D17FDB584923D9D05DF954
#                   BC9C9216933B4C2F0E19F6D203659335CFF227B572CDC049F3973
# Version         : D
# Header          : D0144B0TX00E0200KS18FFFF9876543210E00000PB08ILOV
# KeyUsage        : B0 (Base derivation key)
# ModeOfUse       : X (Derive)
# Exportability   : E (Exportable)
# OptionalBlocks  : KS = FFFF9876543210E00000 (Initial key serial number of TDES DUKPT)
#                   PB = ILOV (Padding)
# Key             : not opened
# Remark: Anybody can read, and write, what is in clear: only the protection key tells whether it is authentic.

# Example: Open a block, and use the key in it
$opened = $block | ConvertFrom-PcTr31KeyBlock -ProtectionKey $kek
$opened.Key
# Output:
# KeyAlgorithm  : TDES_2KEY
# KeyLength     : 128
# KeyCheckValue : 410E44 (ANSI_X9_24)

# Example: Read the optional blocks
(ConvertFrom-PcTr31KeyBlock ./bdk.tr31).OptionalBlocks
# Output:
# Id Data                                                                  Meaning
# -- ----                                                                  -------
# KS FFFF9876543210E00000                                                  Initial key serial number of TDES D…
# PB 3B5A                                                                  Padding
