# Setup:
Enable-PcDefaultReplicationRegion eu-west-1, us-west-2

# Example: Give new keys no replica in a region any more
Disable-PcDefaultReplicationRegion eu-west-1 -PassThru
# Output:
# us-west-2

# Example: Empty the list
Get-PcDefaultReplicationRegion | Disable-PcDefaultReplicationRegion
