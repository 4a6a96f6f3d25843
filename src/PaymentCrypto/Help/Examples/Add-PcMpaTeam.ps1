# Example: The team has to approve the import of root certificates from now on
Add-PcMpaTeam arn:aws:mpa:us-east-1:111122223333:approval-team/custodians

# Example: On the local engine: replaces the team and approves that in place of the one that is there
Add-PcMpaTeam $other | Approve-PcMpaSession
