# Setup:
$mac = [System.Net.NetworkCredential]::new('', '0123456789ABCDEFFEDCBA9876543210').SecurePassword

# Example: The retail MAC of a message
Get-PcMac $mac -Text 'Now is the time for all ' -MacLength 8

# Example: A CMAC under an AES key
Get-PcMac 2B7E151628AED2A6ABF7158809CF4F3C 6BC1BEE22E409F96E93D7E117393172A -Algorithm CMAC -AsPlainText
# Remark: The example of NIST SP 800-38B.

# Example: How the MAC of a terminal with DUKPT comes about
Get-PcMac $mac 4E6F772069732074 -KeySerialNumber FFFF9876543210E00001 -ShowSteps
