# Setup:
$kek = New-PcKey TR31_K0_KEY_ENCRYPTION_KEY -Algorithm TDES_3KEY -Alias sender-kek -Exportable
$other = New-PcKey TR31_K0_KEY_ENCRYPTION_KEY -Algorithm TDES_3KEY -Alias other-kek -Exportable
$pin = New-PcKey TR31_P0_PIN_ENCRYPTION_KEY -Algorithm TDES_2KEY -Exportable
$block = (Export-PcKey $pin -WrappingKeyIdentifier $other).KeyMaterial

# Example: Asks why a key block is refused under the key that should open it.
Test-PcKeyExchange $block -WrappingKeyIdentifier alias/sender-kek | Where-Object Outcome -eq Fail | ForEach-Object Check
# Output:
# ProtectionKeyOther
# Remark: Every key encryption key of the store is tried by the MAC. The finding names the one that opens the block.

# Example: Stops a runbook before a block is imported that would be refused.
if (-not (Test-PcKeyExchange $block.ToLowerInvariant() -Quiet)) { 'Ask the sender for another block.' }
# Output:
# Ask the sender for another block.

# Example: Lets the error of a refused import say what to do.
try { Import-PcKey ($block -replace '..$', 'ZZ') -WrappingKeyIdentifier alias/other-kek -ErrorAction Stop } catch { Test-PcKeyExchange $_ | ForEach-Object Check }
# Output:
# Tr31Payload
