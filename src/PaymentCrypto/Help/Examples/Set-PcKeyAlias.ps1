# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/terminal

# Example: Rotate a key: whoever uses the alias uses the new key
$new = New-PcKey P0 AES_128 -Exportable
Set-PcKeyAlias alias/pin/terminal -KeyIdentifier $new -PassThru
# Output:
# AliasName          Key
# ---------          ---
# alias/pin/terminal 6hzcsbtsdc2uyaj2

# Example: Keep an alias that stands for no key
Set-PcKeyAlias alias/pin/terminal -Unassign
