# Setup:
'Usage,Algorithm,Alias', 'P0,AES_128,alias/pin/acquirer', 'M6,AES_128,alias/mac/acquirer' | Set-Content ./keys.csv

# Example: Make a PIN encryption key that can be exported, with an alias
New-PcKey -Usage TR31_P0_PIN_ENCRYPTION_KEY -Algorithm AES_128 -Exportable -Alias alias/pin/terminal
# Output:
# Key                Usage             Algorithm State   KCV    Age
# ---                -----             --------- -----   ---    ---
# alias/pin/terminal P0 PIN encryption AES_128   enabled 1544CC 0 s

# Example: Make a base derivation key by the two characters of its TR-31 usage, with a tag
New-PcKey B0 AES_256 -Tag @{ env = 'test' }
# Output:
# Key              Usage          Algorithm State   KCV    Age
# ---              -----          --------- -----   ---    ---
# nrums5eaolc3uaxv B0 BDK (DUKPT) AES_256   enabled 382BFC 0 s
# Remark: Without -Exportable it can never leave the service.

# Example: Make one key for each line of a plan with the columns Usage, Algorithm and Alias
Import-Csv ./keys.csv | New-PcKey
# Output:
# Key                Usage             Algorithm State   KCV    Age
# ---                -----             --------- -----   ---    ---
# alias/pin/acquirer P0 PIN encryption AES_128   enabled 78095B 0 s
# alias/mac/acquirer M6 CMAC           AES_128   enabled 0DBF9A 0 s
