# Setup:
$null = Add-PcMpaTeam arn:aws:mpa:us-east-1:111122223333:approval-team/custodians
$root = (New-PcKeyExchangeCertificate RSA_2048).CertificateAuthority
$null = Import-PcKey -RootCertificate $root -RequesterComment 'new partner'

# Example: Approve everything that waits
Get-PcMpaSession PENDING | Approve-PcMpaSession -PassThru
# Output:
# Subject     Status    Since                Session
# -------     ------    -----                -------
# ImportKey   APPROVED  2026-11-25 02:10:04Z 429b2a08-361a-f633-c206-05ab8c86bc65

# Example: Let the root certificates that wait be imported
Get-PcKey -State CREATE_IN_PROGRESS | Approve-PcMpaSession
Get-PcKey
# Output:
# Key              Usage        Algorithm State   KCV      Age
# ---              -----        --------- -----   ---      ---
# qba2w2wlp25qx6bc S0 signature RSA_2048  enabled BFC42BA8 0 s
