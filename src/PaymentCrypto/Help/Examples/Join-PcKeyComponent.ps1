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
# Remark: The check value of the whole key is compared too.

# Example: Join components from files
Join-PcKeyComponent TDES_2KEY -KeyPath ./one.hex, ./two.hex -ComponentCheckValue $papers[0].KeyCheckValue, $papers[1].KeyCheckValue -AdjustParity

# Example: Make a key for a rehearsal
New-PcKeyComponent AES_256 | Join-PcKeyComponent
# Output:
