# Example: Approves everything that waits
Get-PcMpaSession PENDING | Approve-PcMpaSession

# Example: Approves the imports of the keys that wait
Get-PcKey -State CREATE_IN_PROGRESS | Approve-PcMpaSession
