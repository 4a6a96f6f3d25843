# Setup:
$null = New-PcKey K0 TDES_2KEY -Alias alias/kek-send

# Example: Begin the validation of a key encryption key
New-PcAs2805KekValidation alias/kek-send -VariantMask VARIANT_MASK_82
# Output:
# RandomKeySend    : CE89E54BF949385F3CB9780A963EE5FB
# RandomKeyReceive : 19A7ED386DA92A231AEFD81F35F19AE7
# Key              : b2gobwshat47bsch, KCV C2141D

# Example: Answer the other host
$theirs = New-PcAs2805KekValidation alias/kek-send -VariantMask VARIANT_MASK_82
$ours = New-PcAs2805KekValidation alias/kek-send -VariantMask VARIANT_MASK_82 -RandomKeySend $theirs
$ours.RandomKeyReceive -eq $theirs.RandomKeyReceive
# Output:
# True
# Remark: Who began compares the answer with the one it expects: the two have the same key.
