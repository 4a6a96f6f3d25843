# Example: Stops all use of the key
Disable-PcKey alias/pin/terminal

# Example: Disables every card verification key and shows them
Get-PcKey -Usage C0 | Disable-PcKey -PassThru
