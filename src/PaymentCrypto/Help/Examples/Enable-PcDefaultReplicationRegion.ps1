# Example: New keys get a replica in eu-west-1
Enable-PcDefaultReplicationRegion eu-west-1

# Example: The same for two, and shows all of them
Enable-PcDefaultReplicationRegion eu-west-1, us-west-2 -PassThru
