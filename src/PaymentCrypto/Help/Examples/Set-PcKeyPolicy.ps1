# Example: Takes the policy from a file
Set-PcKeyPolicy alias/pin/terminal (Get-Content policy.json)

# Example: Lets another account read the key description
Set-PcKeyPolicy alias/pin/terminal @{ Version = '2012-10-17'; Statement = @(@{ Effect = 'Allow'; Principal = @{ AWS = 'arn:aws:iam::444455556666:root' }; Action = 'payment-cryptography:GetKey'; Resource = '*' }) } -Force
