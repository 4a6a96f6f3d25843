# Setup:
$null = New-PcKey P0 AES_128 -Exportable -Alias alias/pin/acquirer -Tag @{ env = 'test' }
$null = New-PcKey K0 AES_256 -Alias alias/kek/partner

# Example: List every key
Get-PcKeyInventory
# Output:
# Name               Usage             Algorithm State   KCV    Exp Age
# ----               -----             --------- -----   ---    --- ---
# alias/pin/acquirer P0 PIN encryption AES_128   enabled 49B5FD yes 0 d
# alias/kek/partner  K0 KEK            AES_256   enabled C994B3 no  0 d

# Example: Make a CSV file for a spreadsheet
Get-PcKeyInventory | Where-Object Exportable | Export-PcKeyInventory ./exportable.csv -Force

# Example: Find tokens and certificates that end within two weeks
Get-PcKeyInventory -ExpiringInDays 14
# Remark: In a runbook: if (Get-PcKeyInventory -ExpiringInDays 14) { … }
