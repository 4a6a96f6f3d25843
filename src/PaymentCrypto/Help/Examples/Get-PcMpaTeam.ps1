# Example: The team that approves the import of root certificates
Get-PcMpaTeam

# Example: The ARN of the team
(Get-PcMpaTeam).MpaTeamArn
