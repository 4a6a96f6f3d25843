# Setup:
$null = New-PcKey E0 TDES_2KEY -Alias alias/imk-ac
$data = '00000000170000000000000008400080008000084016051700000000093800000B03011203800000'
$arqc = New-PcAuthRequestCryptogram alias/imk-ac $data -EmvCommon -PrimaryAccountNumber 4111111111111111 -ApplicationTransactionCounter 000B

# Example: Verify the cryptogram of a card
$arqc | Test-PcAuthRequestCryptogram alias/imk-ac -TransactionData $data -EmvCommon
# Output:
# True

# Example: Verify it, and answer "approved" (ARC 00, in hex 3030) by method 1
Test-PcAuthRequestCryptogram alias/imk-ac $data -EmvCommon -AuthRequestCryptogram $arqc -PrimaryAccountNumber 4111111111111111 -ApplicationTransactionCounter 000B -AuthResponseCode 3030 -Detailed
# Output:
# IsValid           : True
# AuthResponseValue : D1F93EEBCF0CB255
# Key               : v7yhzdwippdhezn4, KCV E9A4C2

# Example: Answer by method 2, with a card status update
($arqc | Test-PcAuthRequestCryptogram alias/imk-ac -TransactionData $data -EmvCommon -CardStatusUpdate 00820000 -Detailed).AuthResponseValue.Length
# Output:
# 8
