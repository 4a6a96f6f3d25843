<#
.SYNOPSIS
    Sends a key encryption key to a partner by TR-34, with files in and out. The service is the distributor (KDH).
.DESCRIPTION
    The partner has given root.pem (its root certificate), krd.pem (the certificate to wrap for) and nonce.txt (a random number of its own, so that
    an older token can't be passed off as this one). The script writes token.txt, signing-certificate.pem and signing-chain.pem for the partner and
    shows the check value, which goes to the partner on another way, for example by telephone. Before anything of this: compare the fingerprint
    of root.pem with the partner in the same way.

    It asks nothing. A token that is there, for this nonce and this certificate, is not made again. Exit codes: 0 when the token is there, 1
    when anything failed.
.PARAMETER KeyIdentifier
    The key to send, TDES: a key ARN, a key id or an alias. It must be exportable. (AES_128 needs a signing key pair of your own: Export-PcKey
    -SigningKeyIdentifier.)
.PARAMETER PartnerFolder
    The files of the partner: root.pem, krd.pem, nonce.txt.
.PARAMETER OurFolder
    The files for the partner: token.txt, signing-certificate.pem, signing-chain.pem.
.EXAMPLE
    ./examples/kek-exchange/send-kek.ps1 -KeyIdentifier alias/kek/ours -PartnerFolder ./from-partner -OurFolder ./to-partner
.OUTPUTS
    Status (Exported, Present), KeyIdentifier, KeyCheckValue, TokenFile.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $KeyIdentifier,

    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $PartnerFolder,

    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $OurFolder
)

$ErrorActionPreference = 'Stop'

# In a clone after `dotnet build`, or with the module installed; in PaymentCrypto.Shell it is there already.
if (-not (Get-Module -Name PaymentCrypto)) {
    $clone = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'PaymentCrypto.psd1')
    Import-Module -Name $(if ([System.IO.File]::Exists($clone)) { $clone } else { 'PaymentCrypto' })
}

$theirs = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($PartnerFolder)
$ours = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($OurFolder)
$receiverFile = [System.IO.Path]::Combine($theirs, 'krd.pem')
$tokenFile = [System.IO.Path]::Combine($ours, 'token.txt')
$root = [System.Security.Cryptography.X509Certificates.X509Certificate2]::CreateFromPem([System.IO.File]::ReadAllText([System.IO.Path]::Combine($theirs, 'root.pem')))
$receiver = [System.Security.Cryptography.X509Certificates.X509Certificate2]::CreateFromPem([System.IO.File]::ReadAllText($receiverFile))
$nonce = [System.IO.File]::ReadAllText([System.IO.Path]::Combine($theirs, 'nonce.txt')).Trim()
$key = Get-PcKey -KeyIdentifier $KeyIdentifier

# Is it out already? The token itself says for whom and for which nonce it is.
$status = 'Present'
$isOut = $false
if ([System.IO.File]::Exists($tokenFile)) {
    $token = ConvertFrom-PcTr34KeyBlock -KeyBlock $tokenFile
    $isOut = $token.RandomNonce -eq $nonce -and $token.Recipient -like "*$($receiver.SerialNumber)*"
}

if (-not $isOut) {
    if (-not $PSCmdlet.ShouldProcess("$key (check value $($key.KeyCheckValue))", "Export to $($receiver.Subject)")) { return }

    # The partner's root, once: recognised by the fingerprint in its alias.
    $fingerprint = $root.GetCertHashString([System.Security.Cryptography.HashAlgorithmName]::SHA256).ToLowerInvariant()
    $authority = "alias/partner-root/$($fingerprint.Substring(0, 32))"
    try { $null = Get-PcKeyAlias -AliasName $authority }
    catch {
        if ($_.FullyQualifiedErrorId -notlike 'PcResourceNotFound,*') { throw }
        $imported = Import-PcKey -RootCertificate $root
        $null = New-PcKeyAlias -AliasName $authority -KeyIdentifier $imported.KeyArn
    }

    $parameters = Get-PcExportParameters -KeyMaterialType TR34_KEY_BLOCK -SigningKeyAlgorithm RSA_2048 -ReuseLastGeneratedToken
    $export = @{
        KeyIdentifier          = $key.KeyArn
        ExportToken            = $parameters.ExportToken
        WrappingKeyCertificate = $receiver
        CertificateAuthority   = $authority
        RandomNonce            = $nonce
    }
    $wrapped = Export-PcKey @export
    $chain = foreach ($certificate in $parameters.CertificateChain) { $certificate.ExportCertificatePem() }
    $null = [System.IO.Directory]::CreateDirectory($ours)
    [System.IO.File]::WriteAllText([System.IO.Path]::Combine($ours, 'signing-certificate.pem'), $parameters.Certificate.ExportCertificatePem() + "`n")
    [System.IO.File]::WriteAllText([System.IO.Path]::Combine($ours, 'signing-chain.pem'), ($chain -join "`n") + "`n")
    # The token comes last: whoever sees it finds the certificate that signed it.
    [System.IO.File]::WriteAllText("$tokenFile.new", "$wrapped`n")
    [System.IO.File]::Move("$tokenFile.new", $tokenFile, $true)
    $status = 'Exported'
}

[pscustomobject] @{ Status = $status; KeyIdentifier = $KeyIdentifier; KeyCheckValue = $key.KeyCheckValue; TokenFile = $tokenFile }
