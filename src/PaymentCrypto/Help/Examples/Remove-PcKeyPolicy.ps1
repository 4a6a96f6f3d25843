# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/terminal
Set-PcKeyPolicy alias/pin/terminal @{ Version = '2012-10-17'; Statement = @(@{ Effect = 'Allow'; Principal = @{ AWS = 'arn:aws:iam::444455556666:root' }; Action = 'payment-cryptography:GetKey'; Resource = '*' }) } -Force

# Example: Make a key one of its own account only
Remove-PcKeyPolicy alias/pin/terminal -Confirm:$false

# Example: Remove every policy without asking
Get-PcKey | Get-PcKeyPolicy -ErrorAction Ignore | Remove-PcKeyPolicy -Force
