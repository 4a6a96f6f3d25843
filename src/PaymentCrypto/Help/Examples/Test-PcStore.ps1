# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/acquirer

# Example: Check the session's store
Test-PcStore
# Output:
# Path       : /home/me/.local/share/paymentcrypto/store.db
# Condition  : healthy
# Schema     : 2, the newest
# Protection : key file master-1544CC1F6B3A0D5E8E3B7A9C21F04D77.key, since 2026-11-25
# Vault      : opened; 1 sealed secrets authenticate
# Contents   : 1 keys, 1 aliases, 0 tokens
# Size       : 124 KiB
# Findings   : none

# Example: Stop a runbook when the store is damaged
if (-not (Test-PcStore -Quiet)) { throw 'The store of payment keys is damaged.' }
# Remark: With -Quiet the answer is true or false. Only findings of severity Error make it false.

# Example: See what is wrong with a store that does not open, and what to do about it
(Test-PcStore -Path ./no/such/store).Findings
# Output:
# Severity    Id                          Message
# --------    --                          -------
# Error       PcStoreMissing              There is no store in
#                                         '/home/me/no/such/store'.
