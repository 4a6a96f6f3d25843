# Example: Asks the team to release the operation
Remove-PcMpaTeam -RequesterComment 'project ended'

# Example: On the local engine: asks and approves
Remove-PcMpaTeam -Force | Approve-PcMpaSession
