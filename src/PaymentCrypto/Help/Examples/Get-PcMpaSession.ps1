# Setup:
$null = Add-PcMpaTeam arn:aws:mpa:us-east-1:111122223333:approval-team/custodians
$null = Import-PcKey -RootCertificate (New-PcKeyExchangeCertificate RSA_2048).CertificateAuthority -RequesterComment 'new partner'

# Example: See what waits for a decision
Get-PcMpaSession PENDING
# Output:
# Subject     Status    Since                Session
# -------     ------    -----                -------
# ImportKey   PENDING   2026-11-25 02:14:05Z 42c78a13-797f-aafd-bdac-3eeab11dfbdd

# Example: Wait for the last request, as a script does on AWS
$session = Get-PcMpaSession | Select-Object -Last 1
$session.Status
# Output:
# PENDING
