# Example: Uses a store of its own for a rehearsal
Set-PcProvider -Path ./rehearsal

# Example: Uses a store that leaves nothing behind
Set-PcProvider -InMemory

# Example: Shows what happens 24 days from now: a token made today cannot be reused any more
Set-PcProvider -TimeOffset 24.00:00:00

# Example: Uses AWS with the credentials that the AWS tools use here, and shows where they come from
Set-PcProvider Aws -Region us-east-1 -PassThru

# Example: Uses AWS with a profile, patiently
Set-PcProvider -ProfileName payments -RetryMode Adaptive -MaxAttempts 8
