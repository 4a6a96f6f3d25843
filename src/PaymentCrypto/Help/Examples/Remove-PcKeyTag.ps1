# Example: Removes two tags
Remove-PcKeyTag alias/pin/terminal env, owner

# Example: Removes a tag from whichever key has it
Get-PcKey | Get-PcKeyTag -AsObject | Where-Object TagKey -EQ 'temp' | Remove-PcKeyTag -Force
