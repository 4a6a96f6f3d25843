# Setup:
$imk = [System.Net.NetworkCredential]::new('', '0123456789ABCDEFFEDCBA9876543210').SecurePassword
$data = '00000000170000000000000008400080008000084016051700000000093800000B03011203000000'

# Example: The ARQC of a Visa card with CVN 10
Get-PcAuthRequestCryptogram $imk 9137631040001422 -PanSequenceNumber 01 -TransactionData $data -SessionKeyDerivationMode VISA

# Example: Why is my ARQC wrong?
Get-PcAuthRequestCryptogram $imk 9137631040001422 -Psn 01 -Atc 0B -TransactionData $data -ShowSteps
# Fails: PcParameterInvalid
# Remark: The counter has one byte here; it has two, 000B.

# Example: The same with the counter as it should be
Get-PcAuthRequestCryptogram $imk 9137631040001422 -Psn 01 -Atc 000B -TransactionData $data -ShowSteps
# Remark: Compare with the other side from the top: the first check value or block that differs is the cause.
