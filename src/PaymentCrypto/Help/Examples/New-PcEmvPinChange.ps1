# Setup:
$null = New-PcKey E0 TDES_2KEY -Alias alias/imk-ac
$null = New-PcKey E1 TDES_2KEY -Alias alias/imk-smc
$null = New-PcKey E2 TDES_2KEY -Alias alias/imk-smi
$null = New-PcKey P0 TDES_2KEY -Alias alias/pek
$null = New-PcKey V2 TDES_2KEY -Alias alias/pvk
$pan = '4111111111111111'
$pin = New-PcPin alias/pvk alias/pek -PrimaryAccountNumber $pan

# Example: Change the PIN of a card with EMV common session keys
$pin | New-PcEmvPinChange -EncryptionKey alias/pek -IntegrityKey alias/imk-smi -ConfidentialityKey alias/imk-smc -EmvCommon -Data 8424000218000BD791093C8A921769 -ApplicationCryptogram D791093C8A921769 -PinBlockPadding ISO_IEC_7816_4 -PinBlockLengthPosition FRONT_OF_PIN_BLOCK
# Output:
# PAN                  : 411111******1111
# SessionKeyDerivation : EmvCommon
# EncryptedPinBlock    : 31D49C972D10E83303F5D35F822B660C
# Mac                  : 643D035782ECCC1F
# PinKey               : dzgpbiqdzdg4dcvt, KCV 298D0A
# IntegrityKey         : cs6ckblaqbrqj5rs, KCV EFEFC4
# ConfidentialityKey   : 53fppku7r5gukewm, KCV 1CBB47

# Example: Change the PIN of a Visa card, which mixes a part of the card key into the block
$script = $pin | New-PcEmvPinChange -EncryptionKey alias/pek -IntegrityKey alias/imk-smi -ConfidentialityKey alias/imk-smc -Visa -CryptogramKey alias/imk-ac -ApplicationTransactionCounter 000B -Data 8424000218000BD791093C8A921769
"$script".Length
# Output:
# 48
# Remark: As a text the result is the block and the MAC, as they stand in the command.
