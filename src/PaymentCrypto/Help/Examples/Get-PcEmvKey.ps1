# Setup:
$imk = [System.Net.NetworkCredential]::new('', '0123456789ABCDEFFEDCBA9876543210').SecurePassword

# Example: The key of a card
Get-PcEmvKey $imk 9901234567890123 -PanSequenceNumber 45

# Example: Card key and session key of a transaction, shown whole
Get-PcEmvKey 0123456789ABCDEFFEDCBA9876543210 9901234567890123 -Psn 45 -SessionKeyDerivationMode EMV_COMMON_SESSION_KEY -Atc 001C -AsPlainText
# Remark: Only test keys may be typed and shown like this.
