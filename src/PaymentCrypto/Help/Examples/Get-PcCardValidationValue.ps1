# Setup:
$cvk = [System.Net.NetworkCredential]::new('', '0123456789ABCDEFFEDCBA9876543210').SecurePassword
'Pan,Expiry', '4123456789012345,8701', '4999988887777000,9105' | Set-Content ./cards.csv

# Example: The CVV of a card
Get-PcCardValidationValue $cvk 4123456789012345 -CardExpiryDate 8701 -ServiceCode 101
# Output:
# Kind   Value                            KCV    PAN
# ----   -----                            ---    ---
# CVV    561                              08D7B4 412345******2345

# Example: CVV2 for a file of cards
Import-Csv ./cards.csv | Get-PcCardValidationValue $cvk -Cvv2
# Output:
# Kind   Value                            KCV    PAN
# ----   -----                            ---    ---
# CVV2   636                              08D7B4 412345******2345
# CVV2   091                              08D7B4 499998******7000

# Example: How a CVV comes about
Get-PcCardValidationValue $cvk 4123456789012345 -CardExpiryDate 8701 -ServiceCode 101 -ShowSteps
# Output:
# No Step                           Input              KCV    Output
# -- ----                           -----              ---    ------
# 1  Join PAN, date and service     412345******2345          412345******2345
#    code, zeros after them         8701101                   8701101000000000
#      Visa Payment Technology
#      Standards Manual, CVV
# 2  Encrypt the first block under  412345******2345   D5D44F B76ADDCE71CCC6BE
#    key A
#      Visa Payment Technology
#      Standards Manual, CVV
# 3  XOR the second block, encrypt  306BCDDE71CCC6BE   08D7B4 5B614982E03C97DD
#    under keys A and B
#      Visa Payment Technology
#      Standards Manual, CVV
# 4  Decimalise, A to F as 0 to 5   5B614982E03C97DD          561
#      Visa Payment Technology
#      Standards Manual, CVV
# 5  Result: CVV                                              561

# Example: The three security codes of an American Express card
3..5 | ForEach-Object { Get-PcCardValidationValue $cvk 371234567890123 -AmexCsc1 -Expiry 9912 -Length $_ }
# Output:
# Kind   Value                            KCV    PAN
# ----   -----                            ---    ---
# CSC1   552                              08D7B4 371234*****0123
# CSC1   8720                             08D7B4 371234*****0123
# CSC1   61247                            08D7B4 371234*****0123
