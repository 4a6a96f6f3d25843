# Setup:
$null = Add-PcMpaTeam arn:aws:mpa:us-east-1:111122223333:approval-team/custodians

# Example: See the team that approves the import of root certificates
Get-PcMpaTeam
# Output:
# Action           : IMPORT_ROOT_PUBLIC_KEY_CERTIFICATE
# MpaTeamArn       : arn:aws:mpa:us-east-1:111122223333:approval-team/custodians
# AssociationState : ACTIVE
# Provider         : Local, account 111122223333, region us-east-1

# Example: Find out whether a script has to wait for approval
if (Get-PcMpaTeam -ErrorAction Ignore) { 'Root certificates need the approval of a team.' }
# Output:
# Root certificates need the approval of a team.
