# Example: Rotates: whoever uses the alias uses the new key
Set-PcKeyAlias alias/pin/terminal -KeyIdentifier $new

# Example: The alias stays and stands for no key
Set-PcKeyAlias alias/pin/terminal -Unassign
