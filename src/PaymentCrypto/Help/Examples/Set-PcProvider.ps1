# Example: Use a store of its own for a rehearsal
Set-PcProvider -Path ./rehearsal -PassThru
# Output:
# Name        : Local
# AccountId   : 111122223333
# Region      : us-east-1
# Store       : /home/me/rehearsal/store.db
# Protection  : KeyFile
# Conformance : Observed
# Quotas      : 2000 keys, 2000 aliases
# TimeOffset  : 00:00:00

# Example: Use a store that leaves nothing behind
Set-PcProvider -InMemory

# Example: See what is 24 days from now: a token made today is not reused any more
$today = Get-PcImportParameters
Set-PcProvider -TimeOffset 24.00:00:00
(Get-PcImportParameters -ReuseLastGeneratedToken).ImportToken -eq $today.ImportToken
# Output:
# False

# Example: Protect a store with a passphrase
Set-PcProvider -Path ./team -Passphrase (Read-Host -AsSecureString)

# Example: Use AWS with the credentials that the AWS tools use here, and see where they come from
Set-PcProvider Aws -Region us-east-1 -PassThru
# Not run: needs an AWS account

# Example: Use AWS with a profile, and be patient when the service throttles
Set-PcProvider -ProfileName payments -RetryMode Adaptive -MaxAttempts 8
# Not run: needs an AWS account
