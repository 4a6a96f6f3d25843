# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/terminal

# Example: Replicate a key to two regions
Add-PcKeyReplicationRegion alias/pin/terminal eu-west-1, us-west-2

# Example: See how far it has got
(Add-PcKeyReplicationRegion alias/pin/terminal eu-west-1 -PassThru).ReplicationStatus
# Output:
# Region    Status       StatusMessage
# ------    ------       -------------
# eu-west-1 SYNCHRONIZED
# Remark: On the local engine a replica is ready at once; on AWS it takes a while, and Get-PcKey shows the state.
