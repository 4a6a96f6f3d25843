# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/old
$null = New-PcKeyAlias test/one

# Example: Delete an alias
Remove-PcKeyAlias alias/pin/old -Confirm:$false

# Example: Delete all aliases under test/ without asking
Get-PcKeyAlias test/* | Remove-PcKeyAlias -Force
