# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/terminal
$null = New-PcKey C0 TDES_2KEY

# Example: Set two tags
Add-PcKeyTag alias/pin/terminal @{ env = 'test'; owner = 'issuing' }
(Get-PcKeyTag alias/pin/terminal).owner
# Output:
# issuing

# Example: Tag every card verification key
Get-PcKey -Usage C0 | Add-PcKeyTag -Tag @{ team = 'cards' }
