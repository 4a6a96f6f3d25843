# Setup:
$null = New-PcKey V2 TDES_2KEY -Alias alias/pvk
$null = New-PcKey P0 TDES_2KEY -Alias alias/pek
$pin = New-PcPin alias/pvk alias/pek -PrimaryAccountNumber 4111111111111111

# Example: Verify the PIN in an encrypted block by the PVV that was kept
Test-PcPin alias/pvk alias/pek -PrimaryAccountNumber 4111111111111111 -EncryptedPinBlock $pin.EncryptedPinBlock -VerificationValue $pin.VerificationValue
# Output:
# True

# Example: See which keys were used, and why not where it is false
$pin | Test-PcPin alias/pvk alias/pek -Detailed
# Output:
# IsValid       : True
# Key           : dhcdytwpmkubyhzd, KCV 5C076E
# EncryptionKey : qlc7oqr4k3s7gjrj, KCV C18ABF
# Remark: What New-PcPin returns, or a file of it, brings everything that is needed.

# Example: A block that is not under this key is an error, not a wrong PIN
$other = New-PcKey P0 TDES_2KEY
$pin | Test-PcPin alias/pvk $other
# Output:
# Test-PcPin:
# Line |
#    2 |  $pin | Test-PcPin alias/pvk $other
#      |         ~~~~~~~~~~~~~~~~~~~~~~~~~~~
#      | Pin block provided is invalid. Please check your input to ensure all field values are correct.
#   Recommendation: Compare key, card number and format with who made the block: one of them is another. With keys that are exportable -ShowSteps of the local engine shows how far it came.
# Fails: PcValidation
