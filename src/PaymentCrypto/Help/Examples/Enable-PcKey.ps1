# Example: Lets the key be used
Enable-PcKey alias/pin/terminal

# Example: Enables every disabled key
Get-PcKey -Enabled:$false -State CREATE_COMPLETE | Enable-PcKey
