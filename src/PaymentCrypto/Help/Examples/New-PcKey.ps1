# Example: A PIN encryption key that can be exported, with an alias
New-PcKey -Usage TR31_P0_PIN_ENCRYPTION_KEY -Algorithm AES_128 -Exportable -Alias alias/pin/terminal

# Example: A base derivation key by the two characters of its TR-31 usage, with a tag. It is not exportable
New-PcKey B0 AES_256 -Tag @{ env = 'test' }

# Example: One key for each line of a plan with the columns Usage, Algorithm and Alias
Import-Csv keys.csv | New-PcKey
