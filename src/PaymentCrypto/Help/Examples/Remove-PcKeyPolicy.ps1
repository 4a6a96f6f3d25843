# Example: The key is for its own account again
Remove-PcKeyPolicy alias/pin/terminal

# Example: Removes every policy without asking
Get-PcKey | Get-PcKeyPolicy -ErrorAction Ignore | Remove-PcKeyPolicy -Force
