# Setup:
$null = Add-PcMpaTeam arn:aws:mpa:us-east-1:111122223333:approval-team/custodians

# Example: Ask the team to release the operation
Remove-PcMpaTeam -RequesterComment 'project ended' -Force
# Output:
# Action           : IMPORT_ROOT_PUBLIC_KEY_CERTIFICATE
# MpaTeamArn       : arn:aws:mpa:us-east-1:111122223333:approval-team/custodians
# AssociationState : DELETE_PENDING
# Approval         : PENDING,
#                    arn:aws:mpa:us-east-1:111122223333:session/custodians/...
# Provider         : Local, account 111122223333, region us-east-1

# Example: Ask, and approve in place of the team, on the local engine
Remove-PcMpaTeam -Force | Approve-PcMpaSession
