# Example: Asks for three components without showing them, each with the check value on its paper, and compares that of the whole key
$zmk = Join-PcKeyComponent TDES_2KEY -KeyCheckValue 08D7B4

# Example: Components from files
Join-PcKeyComponent AES_256 -KeyPath ./one.hex, ./two.hex -ComponentCheckValue A1B2C3, D4E5F6
