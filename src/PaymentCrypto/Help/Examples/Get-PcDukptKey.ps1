# Example: Every key of one transaction of a terminal
Get-PcDukptKey 0123456789ABCDEFFEDCBA9876543210 FFFF9876543210E00001 -AsPlainText
# Remark: The example of ANSI X9.24-1:2009. Only test keys may be typed and shown like this; a SecureString or a key object needs no -AsPlainText.

# Example: The PIN key alone, with the steps to it
Get-PcDukptKey 0123456789ABCDEFFEDCBA9876543210 FFFF9876543210E00003 -Usage Pin -ShowSteps -AsPlainText | Format-List

# Example: The initial key of an AES device
$bdk = [System.Net.NetworkCredential]::new('', 'FEDCBA9876543210F1F1F1F1F1F1F1F1').SecurePassword
Get-PcDukptKey $bdk 123456789012345600000001 -Usage InitialKey
# Remark: Without -AsPlainText no key is shown, but for its check value.
