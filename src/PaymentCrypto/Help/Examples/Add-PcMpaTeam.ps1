# Setup:
$team = 'arn:aws:mpa:us-east-1:111122223333:approval-team/custodians'
$other = 'arn:aws:mpa:us-east-1:111122223333:approval-team/security'

# Example: Require approval for the import of root certificates
Add-PcMpaTeam arn:aws:mpa:us-east-1:111122223333:approval-team/custodians
# Output:
# Action           : IMPORT_ROOT_PUBLIC_KEY_CERTIFICATE
# MpaTeamArn       : arn:aws:mpa:us-east-1:111122223333:approval-team/custodians
# AssociationState : ACTIVE
# Provider         : Local, account 111122223333, region us-east-1

# Example: Replace the team, and approve that in place of its members
Add-PcMpaTeam $team | Out-Null
Add-PcMpaTeam $other | Approve-PcMpaSession
(Get-PcMpaTeam).MpaTeamArn
# Output:
# arn:aws:mpa:us-east-1:111122223333:approval-team/security
# Remark: The team that is there has to let itself be replaced. Approve-PcMpaSession is for the local engine; on AWS its members decide.
