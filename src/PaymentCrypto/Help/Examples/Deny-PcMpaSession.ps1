# Setup:
$null = Add-PcMpaTeam arn:aws:mpa:us-east-1:111122223333:approval-team/custodians
$root = (New-PcKeyExchangeCertificate RSA_2048).CertificateAuthority
$null = Import-PcKey -RootCertificate $root -RequesterComment 'new partner'

# Example: Deny everything that waits and show it
Get-PcMpaSession PENDING | Deny-PcMpaSession -PassThru
# Output:
# Subject     Status    Since                Session
# -------     ------    -----                -------
# ImportKey   FAILED    2026-11-25 01:47:06Z arn:aws:mpa:us-east-1:111122223333:session/custodians/78dba401-00…

# Example: Rehearse a root certificate that the team does not want
Get-PcKey -State CREATE_IN_PROGRESS | Deny-PcMpaSession
(Get-PcKey).KeyState
# Output:
# CREATE_FAILED
