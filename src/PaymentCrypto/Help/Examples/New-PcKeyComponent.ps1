# Setup:
$zmk = New-PcKeyComponent TDES_2KEY | Join-PcKeyComponent -AdjustParity

# Example: Make a new key in three components, to be written on three papers
$papers = New-PcKeyComponent TDES_2KEY -AsPlainText
$papers
# Output:
# Component Algorithm   KCV              KeyKCV           PlainText
# --------- ---------   ---              ------           ---------
# 1 of 3    TDES_2KEY   4AF09A           B645F8           DB7D6493FF8EE10B0095613E75F43894
# 2 of 3    TDES_2KEY   8E0566           B645F8           1918434C23134B40465A24CDB8EED4FA
# 3 of 3    TDES_2KEY   BE4396           B645F8           84A4456ACA901A62F004F3DCD1AA5AC3
# Remark: PlainText is there because of -AsPlainText only. KCV is the check value of the component, KeyKCV that of the key, which itself is nowhere.

# Example: Split a key into two components
$zmk | New-PcKeyComponent -Count 2
# Output:
# Component Algorithm   KCV              KeyKCV           PlainText
# --------- ---------   ---              ------           ---------
# 1 of 2    TDES_2KEY   82BC72           3B0286
# 2 of 2    TDES_2KEY   714E98           3B0286
