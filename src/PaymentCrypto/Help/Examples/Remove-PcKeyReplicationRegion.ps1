# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/terminal -ReplicationRegion eu-west-1

# Example: Delete one replica
Remove-PcKeyReplicationRegion alias/pin/terminal eu-west-1 -Confirm:$false

# Example: Delete the replicas of several keys without asking
Get-PcKey -Usage P0 | Remove-PcKeyReplicationRegion -ReplicationRegion eu-west-1 -Force
