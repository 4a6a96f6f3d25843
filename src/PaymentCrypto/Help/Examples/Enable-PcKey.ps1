# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/terminal -Disabled

# Example: Let a key be used
Enable-PcKey alias/pin/terminal -PassThru
# Output:
# Key              Usage             Algorithm State   KCV    Age
# ---              -----             --------- -----   ---    ---
# rlhryyb7azqdxpsh P0 PIN encryption AES_128   enabled 3AF58D 0 s

# Example: Enable every disabled key
Get-PcKey -Enabled:$false -State CREATE_COMPLETE | Enable-PcKey
