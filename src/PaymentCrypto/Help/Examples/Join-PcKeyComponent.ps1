# Setup:
$papers = New-PcKeyComponent TDES_2KEY -AsPlainText
$kcv = ($papers | Join-PcKeyComponent -AdjustParity).KeyCheckValue
$papers | ForEach-Object { Send-DocAnswer $_.PlainText $_.KeyCheckValue }
$papers[0].PlainText | Set-Content ./one.hex
$papers[1].PlainText | Set-Content ./two.hex

# Example: Ask for three components without showing them, each with the check value on its paper
$zmk = Join-PcKeyComponent TDES_2KEY -KeyCheckValue $kcv -AdjustParity
$zmk
# Output:
# component 1 (hex, not shown):
# Check value on the paper of component 1 (empty to skip): 09D80D
# component 1: check value 09D80D, as expected.
# component 2 (hex, not shown):
# Check value on the paper of component 2 (empty to skip): 3B1764
# component 2: check value 3B1764, as expected.
# component 3 (hex, not shown):
# Check value on the paper of component 3 (empty to skip): ACBDE6
# component 3: check value ACBDE6, as expected.
#
# KeyAlgorithm  : TDES_2KEY
# KeyLength     : 128
# KeyCheckValue : 1DBBA9 (ANSI_X9_24)
# Remark: The check value of the whole key is compared too.

# Example: Join components from files
Join-PcKeyComponent TDES_2KEY -KeyPath ./one.hex, ./two.hex -ComponentCheckValue $papers[0].KeyCheckValue, $papers[1].KeyCheckValue -AdjustParity

# Example: Make a key for a rehearsal
New-PcKeyComponent AES_256 | Join-PcKeyComponent
# Output:
# KeyAlgorithm  : AES_256
# KeyLength     : 256
# KeyCheckValue : 4EE947 (CMAC)
