# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/terminal
$null = New-PcKey C0 TDES_2KEY -Alias alias/cvk

# Example: Stop all use of a key
Disable-PcKey alias/pin/terminal

# Example: Disable every card verification key and show them
Get-PcKey -Usage C0 | Disable-PcKey -PassThru
# Output:
# Key              Usage                Algorithm State    KCV    Age
# ---              -----                --------- -----    ---    ---
# zl22uzpm5wcz6n7i C0 card verification TDES_2KEY disabled F32A51 0 s
