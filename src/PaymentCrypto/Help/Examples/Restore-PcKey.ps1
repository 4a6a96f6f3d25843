# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/old
Remove-PcKey alias/pin/old -Force

# Example: Call off a deletion and let the key be used again
Restore-PcKey alias/pin/old -PassThru | Enable-PcKey -PassThru
# Output:

# Example: See which deletions would be called off
Get-PcKey -State DELETE_PENDING | Restore-PcKey -WhatIf
# Output:
