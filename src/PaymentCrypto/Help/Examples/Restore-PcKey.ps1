# Example: Calls off the deletion and lets the key be used again
Restore-PcKey alias/pin/old -PassThru | Enable-PcKey

# Example: Says which deletions would be called off
Get-PcKey -State DELETE_PENDING | Restore-PcKey -WhatIf
