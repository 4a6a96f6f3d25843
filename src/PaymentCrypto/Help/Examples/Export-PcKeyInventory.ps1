# Setup:
$null = New-PcKey P0 AES_128 -Exportable -Alias alias/pin/acquirer -Tag @{ env = 'test' }

# Example: Write a report with charts that opens in any browser
Export-PcKeyInventory ./keys.html -Title 'Keys of the test environment' -Force

# Example: Keep today's inventory, to compare with it tomorrow
Export-PcKeyInventory ./inventory.json -Force
Compare-PcKeyInventory ./inventory.json
# Remark: Nothing is shown where nothing has changed.

# Example: Make a report of an inventory that was taken elsewhere
Export-PcKeyInventory ./inventory.json -Force
Import-PcKeyInventory ./inventory.json | Where-Object State -eq enabled | Export-PcKeyInventory ./enabled.html -Force
