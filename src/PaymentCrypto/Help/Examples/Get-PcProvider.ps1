# Example: See which provider this session uses
Get-PcProvider
# Output:

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
