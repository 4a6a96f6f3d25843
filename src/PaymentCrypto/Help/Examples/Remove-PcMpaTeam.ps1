# Setup:
$null = Add-PcMpaTeam arn:aws:mpa:us-east-1:111122223333:approval-team/custodians

# Example: Ask the team to release the operation
Remove-PcMpaTeam -RequesterComment 'project ended' -Force
# Output:

# Example: Ask, and approve in place of the team, on the local engine
Remove-PcMpaTeam -Force | Approve-PcMpaSession
