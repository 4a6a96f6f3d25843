# Example: An alias for a key by its id
New-PcKeyAlias alias/pin/terminal -KeyIdentifier kwapwa6qaifllw2h

# Example: A new key and its alias
New-PcKey P0 AES_128 | New-PcKeyAlias pin/terminal

# Example: A name that is kept until Set-PcKeyAlias gives it a key
New-PcKeyAlias alias/next
