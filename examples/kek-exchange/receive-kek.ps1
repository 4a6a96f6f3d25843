<#
.SYNOPSIS
    Receives a key encryption key from a partner by TR-34, with files in and out. We are the receiver (KRD).
.DESCRIPTION
    Run it until it has the key. Each run does what can be done:

    1. As soon as the partner's root certificate is there (root.pem in -PartnerFolder) it is imported, once, and our wrapping certificate, its
       chain and a random nonce are written to -OurFolder, for the partner.
    2. As soon as the partner's signing certificate (kdh.pem) and token (token.txt) are there, the key is imported and gets the alias.

    The check value comes from the partner on another way than the files, for example by telephone. A key with another check value is
    disabled and gets no alias. Before anything of this: compare the fingerprint of root.pem with the partner in the same way.

    It asks nothing, and a run after the key has arrived changes nothing. Exit codes: 0 when the key is there, 1 when anything failed, 3 when
    it is the partner's turn.
.PARAMETER PartnerFolder
    The files of the partner: root.pem, kdh.pem, token.txt.
.PARAMETER OurFolder
    The files for the partner: wrapping-certificate.pem, wrapping-chain.pem, nonce.txt. Our import-token.txt is kept there too; it is no secret.
.PARAMETER Alias
    The alias that the key gets.
.PARAMETER ExpectedKeyCheckValue
    The check value that the partner told, hex.
.PARAMETER WrappingKeyAlgorithm
    Our wrapping certificate's algorithm. RSA_2048 carries TDES keys, AES_128 needs more.
.EXAMPLE
    ./examples/kek-exchange/receive-kek.ps1 -PartnerFolder ./from-partner -OurFolder ./to-partner -Alias alias/kek/partner -ExpectedKeyCheckValue 8A1F3C
.OUTPUTS
    Status (Imported, Present), Alias, KeyCheckValue, KeyArn; or a line of text that says what we wait for.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $PartnerFolder,

    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $OurFolder,

    [Parameter(Mandatory)]
    [ValidatePattern('^alias/[a-zA-Z0-9/_-]{1,200}$')]
    [string] $Alias,

    [Parameter(Mandatory)]
    [ValidatePattern('^[0-9a-fA-F]{4,16}$')]
    [string] $ExpectedKeyCheckValue,

    [ValidateSet('RSA_2048', 'RSA_3072', 'RSA_4096')]
    [string] $WrappingKeyAlgorithm = 'RSA_2048'
)

$ErrorActionPreference = 'Stop'

# In a clone after `dotnet build`, or with the module installed; in PaymentCrypto.Shell it is there already.
if (-not (Get-Module -Name PaymentCrypto)) {
    $clone = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'PaymentCrypto.psd1')
    Import-Module -Name $(if ([System.IO.File]::Exists($clone)) { $clone } else { 'PaymentCrypto' })
}

function Write-Status([string] $Status, $Key) {
    [pscustomobject] @{ Status = $Status; Alias = $Alias; KeyCheckValue = $Key.KeyCheckValue; KeyArn = $Key.KeyArn }
}

# The alias of that name; nothing when there is none.
function Find-Alias([string] $Name) {
    try { Get-PcKeyAlias -AliasName $Name }
    catch { if ($_.FullyQualifiedErrorId -notlike 'PcResourceNotFound,*') { throw } }
}

$theirs = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($PartnerFolder)
$ours = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($OurFolder)
$rootFile = [System.IO.Path]::Combine($theirs, 'root.pem')
$signerFile = [System.IO.Path]::Combine($theirs, 'kdh.pem')
$tokenFile = [System.IO.Path]::Combine($theirs, 'token.txt')
$certificateFile = [System.IO.Path]::Combine($ours, 'wrapping-certificate.pem')
$importTokenFile = [System.IO.Path]::Combine($ours, 'import-token.txt')
$nonceFile = [System.IO.Path]::Combine($ours, 'nonce.txt')

# Has it arrived already?
$known = Find-Alias $Alias
if ($known.KeyArn) {
    $key = Get-PcKey -KeyIdentifier $known.KeyArn
    if ($key.KeyCheckValue -ne $ExpectedKeyCheckValue) {
        throw "$Alias is a key with the check value $($key.KeyCheckValue), not $ExpectedKeyCheckValue. A new key encryption key gets a new alias."
    }
    Write-Status Present $key
    return
}

if (-not [System.IO.File]::Exists($rootFile)) {
    "Waiting for the partner: '$rootFile' is not there."
    exit 3
}

# The partner's root, once: recognised by the fingerprint in its alias.
$root = [System.Security.Cryptography.X509Certificates.X509Certificate2]::CreateFromPem([System.IO.File]::ReadAllText($rootFile))
$fingerprint = $root.GetCertHashString([System.Security.Cryptography.HashAlgorithmName]::SHA256)
$authorityName = "$Alias/root-$($fingerprint.Substring(0, 16).ToLowerInvariant())"
if (-not (Find-Alias $authorityName) -and $PSCmdlet.ShouldProcess("$($root.Subject), SHA-256 $fingerprint", 'Trust as the authority of this partner')) {
    $authority = Import-PcKey -RootCertificate $root
    $null = New-PcKeyAlias -AliasName $authorityName -KeyIdentifier $authority.KeyArn
}

# Our certificate for the partner. One that is out is kept while it is valid: the partner may have wrapped for it.
$isOut = [System.IO.File]::Exists($importTokenFile) -and [System.IO.File]::Exists($certificateFile) -and
    [System.Security.Cryptography.X509Certificates.X509Certificate2]::CreateFromPem([System.IO.File]::ReadAllText($certificateFile)).NotAfter -gt [System.DateTime]::Now
if (-not $isOut -and $PSCmdlet.ShouldProcess($ours, "Write a wrapping certificate of $WrappingKeyAlgorithm and a nonce for the partner")) {
    $parameters = Get-PcImportParameters -KeyMaterialType TR34_KEY_BLOCK -WrappingKeyAlgorithm $WrappingKeyAlgorithm -ReuseLastGeneratedToken
    $chain = foreach ($certificate in $parameters.CertificateChain) { $certificate.ExportCertificatePem() }
    $null = [System.IO.Directory]::CreateDirectory($ours)
    [System.IO.File]::WriteAllText($importTokenFile, $parameters.ImportToken)
    [System.IO.File]::WriteAllText($nonceFile, [System.Convert]::ToHexString([System.Security.Cryptography.RandomNumberGenerator]::GetBytes(8)))
    [System.IO.File]::WriteAllText([System.IO.Path]::Combine($ours, 'wrapping-chain.pem'), ($chain -join "`n") + "`n")
    [System.IO.File]::WriteAllText($certificateFile, $parameters.Certificate.ExportCertificatePem() + "`n")
}

foreach ($file in $signerFile, $tokenFile) {
    if (-not [System.IO.File]::Exists($file)) {
        "Waiting for the partner: '$file' is not there. Our certificate for it is in '$ours'."
        exit 3
    }
}

if ($PSCmdlet.ShouldProcess($tokenFile, "Import as $Alias")) {
    # A run that was cut off after the import, or that found another check value, has left the key with the digest of its token.
    $digest = [System.Convert]::ToHexString([System.Security.Cryptography.SHA256]::HashData([System.IO.File]::ReadAllBytes($tokenFile)))
    $key = $null
    foreach ($candidate in Get-PcKey -Usage TR31_K0*, TR31_K1* -State CREATE_COMPLETE -Summary) {
        if (($candidate | Get-PcKeyTag)['tr34-sha256'] -eq $digest) { $key = $candidate }
    }
    if ($key -and $key.KeyCheckValue -ne $ExpectedKeyCheckValue) {
        throw "This token was imported before and its key, $key, has the check value $($key.KeyCheckValue), not $ExpectedKeyCheckValue. Compare them with the partner; if the key is wrong, Remove-PcKey it and ask for another token."
    }
    if (-not $key) {
        $import = @{
            WrappedKeyBlock       = $tokenFile
            SigningKeyCertificate = $signerFile
            CertificateAuthority  = $authorityName
            ImportToken           = [System.IO.File]::ReadAllText($importTokenFile).Trim()
            RandomNonce           = [System.IO.File]::ReadAllText($nonceFile).Trim()
            ExpectedKeyCheckValue = $ExpectedKeyCheckValue
            Tag                   = @{ 'tr34-sha256' = $digest }
        }
        $key = Import-PcKey @import
    }
    if ($known) { Set-PcKeyAlias -AliasName $Alias -KeyIdentifier $key.KeyArn } else { $null = New-PcKeyAlias -AliasName $Alias -KeyIdentifier $key.KeyArn }
    Write-Status Imported $key
}
