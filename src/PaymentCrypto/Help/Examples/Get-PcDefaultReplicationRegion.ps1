# Example: The regions
Get-PcDefaultReplicationRegion

# Example: Leave out the new keys' replicas in every region
Get-PcDefaultReplicationRegion | Disable-PcDefaultReplicationRegion
