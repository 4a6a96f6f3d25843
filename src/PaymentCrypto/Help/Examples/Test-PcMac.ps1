# Setup:
$null = New-PcKey M6 AES_128 -Alias alias/cmac
$mac = New-PcMac alias/cmac 3B313233343536373839

# Example: Verify the MAC of a message
Test-PcMac alias/cmac 3B313233343536373839 -Mac $mac
# Output:
# True

# Example: A changed message is false; -Detailed says what was wrong
Test-PcMac alias/cmac 3B313233343536373830 -Mac $mac -Detailed
# Output:
# IsValid : False
# Reason  : INVALID_MAC
