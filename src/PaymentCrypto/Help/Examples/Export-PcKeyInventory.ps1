# Setup:
$null = New-PcKey P0 AES_128 -Exportable -Alias alias/pin/acquirer -Tag @{ env = 'test' }

# Example: Write a report with charts that opens in any browser
Export-PcKeyInventory ./keys.html -Title 'Keys of the test environment' -Force

# Example: Keep today's inventory, to compare with it tomorrow
Export-PcKeyInventory ./inventory.json -Force
Compare-PcKeyInventory ./inventory.json
# Remark: Nothing is shown where nothing has changed.

# Example: Take the keys under the care of Terraform
Export-PcKeyInventory ./import.tf -Force
# Remark: Then terraform plan -generate-config-out=keys.tf writes the resources, and terraform apply takes over what is there.

# Example: Make a report of an inventory that was taken elsewhere
Export-PcKeyInventory ./inventory.json -Force
Import-PcKeyInventory ./inventory.json | Where-Object State -eq enabled | Export-PcKeyInventory ./enabled.html -Force
