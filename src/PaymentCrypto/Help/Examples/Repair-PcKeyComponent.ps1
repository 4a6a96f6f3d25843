# Setup:
$one = ConvertTo-SecureString 2F3C1A7B9D5E60718293A4B5C6D7E8F9 -AsPlainText -Force
$two = ConvertTo-SecureString 8192A3B4C5D6E7F8091A2B3C4D5E6F07 -AsPlainText -Force

# Example: Finds the wrong digit by the check value on the component's paper.
"$(Repair-PcKeyComponent $two DA7DC1 -Algorithm TDES_2KEY)"
# Output:
# component 1, digits 31 and 32 swapped, KCV DA7DC1
# Remark: The paper has 70 at the end, and 07 was entered.

# Example: Joins the components with the mended one.
$right = Repair-PcKeyComponent $two DA7DC1 -Algorithm TDES_2KEY -WarningAction SilentlyContinue | Select-Object -First 1
(Join-PcKeyComponent -Component $one, $right -Algorithm TDES_2KEY -WarningAction SilentlyContinue).KeyCheckValue
# Output:
# 3EFE7E
