# Example: New keys get no replica there any more
Disable-PcDefaultReplicationRegion eu-west-1

# Example: Empties the list
Get-PcDefaultReplicationRegion | Disable-PcDefaultReplicationRegion
