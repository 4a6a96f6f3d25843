# Setup:
$pvk = [System.Net.NetworkCredential]::new('', '0123456789ABCDEFFEDCBA9876543210').SecurePassword
$pin = [System.Net.NetworkCredential]::new('', '1234').SecurePassword

# Example: The offset of a PIN
Get-PcPinOffset $pvk 1234567899876543 -Pin $pin
# Output:
# Kind   Value                            KCV    PAN
# ----   -----                            ---    ---
# Offset 8148                             08D7B4

# Example: The natural PIN of a card, and the way to an offset
Get-PcPinOffset 0123456789ABCDEFFEDCBA9876543210 1234567899876543 -Pin 1234 -ShowSteps -AsPlainText
# Output:
# No Step                           Input              KCV    Output
# -- ----                           -----              ---    ------
# 1  Encrypt the padded validation  1234567899876543   08D7B4 DB9695112B5B7D10
#    data
#      IBM 3624 (z/OS ICSF
#      Application Programmer's
#      Guide, PIN calculation
#      methods)
# 2  Decimalise by the table: the   DB9695112B5B7D10          3196
#    natural PIN
#      IBM 3624 (z/OS ICSF
#      Application Programmer's
#      Guide, PIN calculation
#      methods)
# 3  Subtract the natural PIN from  1234                      8148
#    the PIN, digit by digit modulo
#    10
#      IBM 3624 (z/OS ICSF
#      Application Programmer's
#      Guide, PIN calculation
#      methods)
# 4  Result: Offset                                           8148
