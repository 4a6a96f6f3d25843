# Setup:
$null = New-PcKey C0 TDES_2KEY -Alias alias/cvk
$null = New-PcKey E4 TDES_2KEY -Alias alias/imk-cvc3
'PrimaryAccountNumber,CardExpiryDate', '4111111111111111,0129', '5555555555554444,0230' | Set-Content ./cards.csv

# Example: Make the CVV2 of a card
New-PcCardValidationData alias/cvk -Cvv2 -PrimaryAccountNumber 4111111111111111 -CardExpiryDate 0129
# Output:
# PAN                 Kind     ValidationData Key
# ---                 ----     -------------- ---
# 411111******1111    Cvv2     052            hm7vvcelbx6vp46r

# Example: Make a column of CVV2 for a file of cards
Import-Csv ./cards.csv | New-PcCardValidationData alias/cvk -Cvv2 | Export-Csv ./cvv2.csv
(Import-Csv ./cvv2.csv).PrimaryAccountNumber
# Output:
# 4111111111111111
# 5555555555554444
# Remark: The file has a column ValidationData too. Card numbers are whole in the properties, and masked on the screen.

# Example: Make the value for the chip, which has the service code 999
(New-PcCardValidationData alias/cvk -Icvv -PrimaryAccountNumber 4111111111111111 -CardExpiryDate 2901).ServiceCode
# Output:
# 999

# Example: Make the dynamic CVC3 of a contactless payment
New-PcCardValidationData alias/imk-cvc3 -Cvc3 -PrimaryAccountNumber 5555555555554444 -PanSequenceNumber 00 -UnpredictableNumber 00000899 -ApplicationTransactionCounter 005E -TrackData 5555555555554444D30025019000000000000F
# Output:
# PAN                 Kind     ValidationData Key
# ---                 ----     -------------- ---
# 555555******4444    Cvc3     405            hekub64q3ln2o6on
