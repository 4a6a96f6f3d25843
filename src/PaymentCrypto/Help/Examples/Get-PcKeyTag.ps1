# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/terminal -Tag @{ env = 'test'; owner = 'issuing' }

# Example: Get the value of one tag
(Get-PcKeyTag alias/pin/terminal).env
# Output:
# test

# Example: List every tag of every key
Get-PcKey | Get-PcKeyTag -AsObject
# Output:
# Key              TagKey                   Value
# ---              ------                   -----
# fyr7uimef3n7za5v env                      test
# fyr7uimef3n7za5v owner                    issuing
