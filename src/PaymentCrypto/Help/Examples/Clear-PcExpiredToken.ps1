# Setup:
$null = Get-PcImportParameters

# Example: Destroy the expired tokens and say how many there were
Clear-PcExpiredToken -Verbose
# Output:
# VERBOSE: Performing the operation "Destroy every expired token and its private key" on target "Local 111122223333/us-east-1".
# VERBOSE: PurgeExpiredTokens: provider Local, account 111122223333, region us-east-1, store /home/me/.local/share/paymentcrypto/store.db.
# VERBOSE: PurgeExpiredTokens: done; ...
# VERBOSE: 0 expired token(s) destroyed.
# Remark: A token ends 30 days after it was made.

# Example: See what would be left a month from now
Set-PcProvider -TimeOffset 31.00:00:00
Clear-PcExpiredToken
Get-PcToken | Measure-Object | ForEach-Object Count
# Output:
# 0
