# Setup:
$imk = [System.Net.NetworkCredential]::new('', '0123456789ABCDEFFEDCBA9876543210').SecurePassword

# Example: The answer to a Visa card with CVN 10
Get-PcAuthResponseCryptogram $imk 9137631040001422 -Psn 01 -AuthRequestCryptogram D791093C8A921769 -AuthResponseCode 3030 -SessionKeyDerivationMode VISA

# Example: By method 2, with the steps
Get-PcAuthResponseCryptogram $imk 9137631040001422 -Psn 01 -Atc 000B -Arqc D791093C8A921769 -CardStatusUpdate 00820000 -ShowSteps
