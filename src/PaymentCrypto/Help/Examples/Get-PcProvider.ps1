# Example: See which provider this session uses
Get-PcProvider
# Output:
# Name        : Local
# AccountId   : 111122223333
# Region      : us-east-1
# Store       : /home/me/.local/share/paymentcrypto/store.db
# Protection  : KeyFile
# Conformance : Observed
# Quotas      : 2000 keys, 2000 aliases
# TimeOffset  : 00:00:00

# Example: Try something else, and go back
$before = Get-PcProvider
Set-PcProvider -InMemory
# ... a rehearsal ...
$before | Set-PcProvider

# Example: Use the session's provider in parallel runspaces
$provider = Get-PcProvider
1..4 | ForEach-Object -Parallel { Import-Module PaymentCrypto; Get-PcImportParameters -Provider $using:provider }
# Not run: imports the installed module by its name
# Remark: Each would otherwise start with the provider that the environment names.
