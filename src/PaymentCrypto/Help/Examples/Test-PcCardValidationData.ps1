# Setup:
$null = New-PcKey C0 TDES_2KEY -Alias alias/cvk
$value = New-PcCardValidationData alias/cvk -Cvv2 -PrimaryAccountNumber 4111111111111111 -CardExpiryDate 0129

# Example: Verify a CVV2
Test-PcCardValidationData alias/cvk -Cvv2 -PrimaryAccountNumber 4111111111111111 -CardExpiryDate 0129 -ValidationData $value
# Output:
# True

# Example: Verify all that New-PcCardValidationData made, and see the details
$value | Test-PcCardValidationData alias/cvk -Cvv2 -Detailed
# Output:
# IsValid : True
# Key     : i3smualczuld773e, KCV 6C3CB0
