# Example: Deletes one alias
Remove-PcKeyAlias alias/pin/old

# Example: Deletes all aliases under test/ without asking
Get-PcKeyAlias test/* | Remove-PcKeyAlias -Force
