# Example: The value of one tag
(Get-PcKeyTag alias/pin/terminal).env

# Example: Every tag of every key, as objects that know their key
Get-PcKey | Get-PcKeyTag -AsObject
