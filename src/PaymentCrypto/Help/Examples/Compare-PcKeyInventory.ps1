# Setup:
$null = New-PcKey P0 AES_128 -Exportable -Alias alias/pin/acquirer
Export-PcKeyInventory ./yesterday.json -Force

# Example: See what has changed since yesterday
Disable-PcKey alias/pin/acquirer
Compare-PcKeyInventory ./yesterday.json
# Output:
# Change  Name                     Property           Reference           Difference
# ------  ----                     --------           ---------           ----------
# Changed alias/pin/acquirer       State              enabled             disabled

# Example: Compare two files, and see what is the same too
Export-PcKeyInventory ./today.json -Force
Compare-PcKeyInventory ./yesterday.json ./today.json -IncludeEqual
# Output:
# Change  Name                     Property           Reference           Difference
# ------  ----                     --------           ---------           ----------
# Equal   alias/pin/acquirer

# Example: Compare what was rehearsed with what is on AWS
Compare-PcKeyInventory Local Aws
# Not run: it asks an AWS account.
# Remark: Keys of two accounts have different ARNs: they are matched by alias, and then by check value, algorithm and usage.
