# Setup:
$null = Add-PcMpaTeam arn:aws:mpa:us-east-1:111122223333:approval-team/custodians
$null = Import-PcKey -RootCertificate (New-PcKeyExchangeCertificate RSA_2048).CertificateAuthority -RequesterComment 'new partner'

# Example: See what waits for a decision
Get-PcMpaSession PENDING
# Output:
# Subject     Status    Since                Session
# -------     ------    -----                -------
# ImportKey   PENDING   2026-11-25 01:48:14Z arn:aws:mpa:us-east-1:111122223333:session/custodians/736a6a7e-cf…

# Example: Wait for the last request, as a script does on AWS
$session = Get-PcMpaSession | Select-Object -Last 1
$session.Status
# Output:
# PENDING
