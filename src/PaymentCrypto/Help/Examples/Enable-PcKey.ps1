# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/terminal -Disabled

# Example: Let a key be used
Enable-PcKey alias/pin/terminal -PassThru
# Output:

# Example: Enable every disabled key
Get-PcKey -Enabled:$false -State CREATE_COMPLETE | Enable-PcKey
