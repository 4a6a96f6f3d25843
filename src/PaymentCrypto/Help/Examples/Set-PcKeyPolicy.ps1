# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/terminal
'{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::444455556666:root" }, "Action": "payment-cryptography:GetKey", "Resource": "*" } ] }' | Set-Content ./policy.json

# Example: Take the policy from a file
Set-PcKeyPolicy alias/pin/terminal (Get-Content ./policy.json -Raw) -Confirm:$false

# Example: Let another account read the description of a key
Set-PcKeyPolicy alias/pin/terminal -Force @{
    Version   = '2012-10-17'
    Statement = @(@{
        Effect    = 'Allow'
        Principal = @{ AWS = 'arn:aws:iam::444455556666:root' }
        Action    = 'payment-cryptography:GetKey'
        Resource  = '*'
    })
}
