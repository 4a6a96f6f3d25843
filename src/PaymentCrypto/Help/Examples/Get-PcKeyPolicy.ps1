# Example: The JSON text
(Get-PcKeyPolicy alias/pin/terminal).Policy

# Example: The policies of all keys that have one
Get-PcKey | Get-PcKeyPolicy -ErrorAction SilentlyContinue
