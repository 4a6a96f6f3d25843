# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/terminal
Set-PcKeyPolicy alias/pin/terminal '{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::444455556666:root" }, "Action": "payment-cryptography:GetKey", "Resource": "*" } ] }' -Force

# Example: Get the JSON text of a policy
(Get-PcKeyPolicy alias/pin/terminal).Policy
# Output:
# { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::444455556666:root" }, "Action": "payment-cryptography:GetKey", "Resource": "*" } ] }

# Example: Get the policies of all keys that have one
Get-PcKey | Get-PcKeyPolicy -ErrorAction SilentlyContinue
