# Example: The provider of this session
Get-PcProvider

# Example: Uses the same provider in parallel runspaces, each of which would otherwise start with the one that the environment names
$p = Get-PcProvider; 1..4 | ForEach-Object -Parallel { Import-Module PaymentCrypto; Get-PcImportParameters -Provider $using:p }
