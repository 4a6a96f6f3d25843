# Example: Every key of one transaction of a terminal
Get-PcDukptKey 0123456789ABCDEFFEDCBA9876543210 FFFF9876543210E00001 -AsPlainText
# Output:
#    KeySerialNumber: FFFF9876543210E00001, next FFFF9876543210E00002
#
# Usage          Algorithm  KCV    PlainText
# -----          ---------  ---    ---------
# InitialKey     TDES_2KEY  AF8C07 6AC292FAA1315B4D858AB3A3D7D5933A
# TransactionKey TDES_2KEY  646E6C 042666B49184CFA368DE9628D0397BC9
# Pin            TDES_2KEY  A10107 042666B49184CF5C68DE9628D0397B36
# MacRequest     TDES_2KEY  91A1BB 042666B4918430A368DE9628D03984C9
# MacResponse    TDES_2KEY  7F62E4 042666B46E84CFA368DE96282F397BC9
# DataRequest    TDES_2KEY  156B9F 448D3F076D8304036A55A3D7E0055A78
# DataResponse   TDES_2KEY  F5CBDE AD7BFC8B06AD3A08A560B4105CF8D9E5
# Remark: The example of ANSI X9.24-1:2009. Only test keys may be typed and shown like this; a SecureString or a key object needs no -AsPlainText.

# Example: The PIN key alone, with the steps to it
Get-PcDukptKey 0123456789ABCDEFFEDCBA9876543210 FFFF9876543210E00003 -Usage Pin -ShowSteps -AsPlainText
# Output:
# No Step                           Input              KCV    Output
# -- ----                           -----              ---    ------
# 1  Derive the initial key from    FFFF9876543210E0   08D7B4 6AC292FAA1315B4D
#    the key serial number without                            858AB3A3D7D5933A
#    its counter
#      X9.24-1:2009 A.6
# 2  Derive the next key for a one  9876543210E00002   AF8C07 C46551CEF9FD24B0
#    bit of the counter                                       AA9AD834130D3BC7
#      X9.24-1:2009 A.3
# 3  Derive the next key for a one  9876543210E00003   6FD602 0DF3D9422ACA56E5
#    bit of the counter                                       47676D07AD6BADFA
#      X9.24-1:2009 A.3
# 4  Invert byte 8 of both halves   0DF3D9422ACA56E5          0DF3D9422ACA561A
#    for Pin                        47676D07AD6BADFA          47676D07AD6BAD05
#      X9.24-1:2009 A.4.1
# 5  Result: Pin key                                          0DF3D9422ACA561A
#                                                             47676D07AD6BAD05

# Example: The initial key of an AES device
$bdk = [System.Net.NetworkCredential]::new('', 'FEDCBA9876543210F1F1F1F1F1F1F1F1').SecurePassword
Get-PcDukptKey $bdk 123456789012345600000001 -Usage InitialKey
# Output:
#    KeySerialNumber: 123456789012345600000001, next 123456789012345600000002
#
# Usage          Algorithm  KCV    PlainText
# -----          ---------  ---    ---------
# InitialKey     AES_128    05EF45
# Remark: Without -AsPlainText no key is shown, but for its check value.
