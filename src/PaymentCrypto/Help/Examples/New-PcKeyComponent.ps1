# Setup:
$zmk = New-PcKeyComponent TDES_2KEY | Join-PcKeyComponent -AdjustParity

# Example: Make a new key in three components, to be written on three papers
$papers = New-PcKeyComponent TDES_2KEY -AsPlainText
$papers
# Output:
# Remark: PlainText is there because of -AsPlainText only. KCV is the check value of the component, KeyKCV that of the key, which itself is nowhere.

# Example: Split a key into two components
$zmk | New-PcKeyComponent -Count 2
# Output:
