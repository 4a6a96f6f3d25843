# Setup:
$null = Enable-PcDefaultReplicationRegion eu-west-1, us-west-2

# Example: See where new keys are replicated to
Get-PcDefaultReplicationRegion
# Output:
# eu-west-1
# us-west-2

# Example: Give a key the replicas that a new one would get
$key = New-PcKey P0 AES_128 -ReplicationRegion @()
$key | Add-PcKeyReplicationRegion -ReplicationRegion (Get-PcDefaultReplicationRegion)
