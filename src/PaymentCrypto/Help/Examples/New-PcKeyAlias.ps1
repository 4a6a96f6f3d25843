# Setup:
$key = New-PcKey P0 AES_128

# Example: Give a key a name
New-PcKeyAlias alias/pin/terminal -KeyIdentifier $key
# Output:
# AliasName          Key
# ---------          ---
# alias/pin/terminal ou62lnnyrqdnqos6

# Example: Make a key and its alias
New-PcKey P0 AES_128 | New-PcKeyAlias pin/acquirer

# Example: Keep a name until Set-PcKeyAlias gives it a key
New-PcKeyAlias alias/next
