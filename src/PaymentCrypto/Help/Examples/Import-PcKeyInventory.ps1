# Setup:
$null = New-PcKey P0 AES_128 -Exportable -Alias alias/pin/acquirer
$null = New-PcKey K0 AES_256 -Alias alias/kek/partner
Export-PcKeyInventory ./inventory.json -Force

# Example: Read an inventory
Import-PcKeyInventory ./inventory.json
# Output:
# Name               Usage             Algorithm State   KCV    Exp Age
# ----               -----             --------- -----   ---    --- ---
# alias/pin/acquirer P0 PIN encryption AES_128   enabled DE6AFD yes 0 d
# alias/kek/partner  K0 KEK            AES_256   enabled CD7D61 no  0 d

# Example: Find the key with a check value in old inventories
Import-PcKeyInventory ./inventory*.json | Where-Object KeyCheckValue -like '15*'
