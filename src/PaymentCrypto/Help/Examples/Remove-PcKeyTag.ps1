# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/terminal -Tag @{ env = 'test'; owner = 'issuing'; temp = '1' }

# Example: Remove two tags
Remove-PcKeyTag alias/pin/terminal env, owner -Confirm:$false

# Example: Remove a tag from whichever key has it
Get-PcKey | Get-PcKeyTag -AsObject | Where-Object TagKey -EQ 'temp' | Remove-PcKeyTag -Force
