# Example: Deletes one replica
Remove-PcKeyReplicationRegion alias/pin/terminal eu-west-1

# Example: Deletes the replicas of several keys without asking
Get-PcKey -Usage P0 | Remove-PcKeyReplicationRegion -ReplicationRegion eu-west-1 -Force
