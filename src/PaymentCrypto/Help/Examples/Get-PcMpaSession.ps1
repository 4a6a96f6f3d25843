# Example: What waits for a decision
Get-PcMpaSession PENDING

# Example: Approve what waits, after a look at it
Get-PcMpaSession PENDING | Approve-PcMpaSession
