# Setup:
'Usage,Algorithm,Alias', 'P0,AES_128,alias/pin/acquirer', 'M6,AES_128,alias/mac/acquirer' | Set-Content ./keys.csv

# Example: Make a PIN encryption key that can be exported, with an alias
New-PcKey -Usage TR31_P0_PIN_ENCRYPTION_KEY -Algorithm AES_128 -Exportable -Alias alias/pin/terminal
# Output:

# Example: Make a base derivation key by the two characters of its TR-31 usage, with a tag
New-PcKey B0 AES_256 -Tag @{ env = 'test' }
# Output:
# Remark: Without -Exportable it can never leave the service.

# Example: Make one key for each line of a plan with the columns Usage, Algorithm and Alias
Import-Csv ./keys.csv | New-PcKey
# Output:
