# Setup:
$imk = [System.Net.NetworkCredential]::new('', '0123456789ABCDEFFEDCBA9876543210').SecurePassword

# Example: The key of a card
Get-PcEmvKey $imk 9901234567890123 -PanSequenceNumber 45
# Output:
# Usage      DerivationMode         Algorithm  KCV    PlainText
# -----      --------------         ---------  ---    ---------
# Card       EMV_OPTION_A           TDES_2KEY  1DA5E1

# Example: Card key and session key of a transaction, shown whole
Get-PcEmvKey 0123456789ABCDEFFEDCBA9876543210 9901234567890123 -Psn 45 -SessionKeyDerivationMode EMV_COMMON_SESSION_KEY -Atc 001C -AsPlainText
# Output:
# Usage      DerivationMode         Algorithm  KCV    PlainText
# -----      --------------         ---------  ---    ---------
# Card       EMV_OPTION_A           TDES_2KEY  1DA5E1 F84315C7B95BD3B0C74694922C3808B0
# Cryptogram EMV_COMMON_SESSION_KEY TDES_2KEY  2FD41C A8671AF8581315C17032D99876B68592
# Remark: Only test keys may be typed and shown like this.
