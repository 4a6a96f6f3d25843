# Example: A new key in three components, to be written on three papers with their check values
New-PcKeyComponent TDES_2KEY -AsPlainText

# Example: Two components of a key. They show nothing; Join-PcKeyComponent takes them
$zmk | New-PcKeyComponent -Count 2
