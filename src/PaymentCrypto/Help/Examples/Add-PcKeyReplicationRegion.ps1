# Example: Replicates a key to two regions
Add-PcKeyReplicationRegion alias/pin/terminal eu-west-1, us-west-2

# Example: How far it has got
(Add-PcKeyReplicationRegion alias/pin/terminal eu-west-1 -PassThru).ReplicationStatus
