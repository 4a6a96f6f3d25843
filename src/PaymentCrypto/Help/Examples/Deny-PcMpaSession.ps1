# Example: Denies everything that waits and shows it
Get-PcMpaSession PENDING | Deny-PcMpaSession -PassThru

# Example: Refuse the imports of root certificates that wait
Get-PcKey -State CREATE_IN_PROGRESS | Deny-PcMpaSession
