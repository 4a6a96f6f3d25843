# Example: Sets two tags
Add-PcKeyTag alias/pin/terminal @{ env = 'test'; owner = 'issuing' }

# Example: Tags every card verification key
Get-PcKey -Usage C0 | Add-PcKeyTag -Tag @{ team = 'cards' }
