# Setup:
$null = Add-PcMpaTeam arn:aws:mpa:us-east-1:111122223333:approval-team/custodians
$root = (New-PcKeyExchangeCertificate RSA_2048).CertificateAuthority
$null = Import-PcKey -RootCertificate $root -RequesterComment 'new partner'

# Example: Deny everything that waits and show it
Get-PcMpaSession PENDING | Deny-PcMpaSession -PassThru
# Output:
# Subject     Status    Since                Session
# -------     ------    -----                -------
# ImportKey   FAILED    2026-11-25 02:12:38Z fd57bd49-7433-ee3e-6165-1d91b41248e8

# Example: Rehearse a root certificate that the team does not want
Get-PcKey -State CREATE_IN_PROGRESS | Deny-PcMpaSession
(Get-PcKey).KeyState
# Output:
# CREATE_FAILED
