# Setup:
$null = Add-PcMpaTeam arn:aws:mpa:us-east-1:111122223333:approval-team/custodians
$root = (New-PcKeyExchangeCertificate RSA_2048).CertificateAuthority
$null = Import-PcKey -RootCertificate $root -RequesterComment 'new partner'

# Example: Approve everything that waits
Get-PcMpaSession PENDING | Approve-PcMpaSession -PassThru
# Output:

# Example: Let the root certificates that wait be imported
Get-PcKey -State CREATE_IN_PROGRESS | Approve-PcMpaSession
Get-PcKey
# Output:
