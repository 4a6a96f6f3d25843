# Example: Give every new key a replica in another region
Enable-PcDefaultReplicationRegion eu-west-1

# Example: Add two regions and show all of them
Enable-PcDefaultReplicationRegion eu-west-1, us-west-2 -PassThru
# Output:
# eu-west-1
# us-west-2
