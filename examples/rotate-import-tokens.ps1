<#
.SYNOPSIS
    Keeps import tokens and wrapping certificates that stay valid long enough, and puts them where partners fetch them.
.DESCRIPTION
    For each algorithm it asks for import parameters and reuses the last ones. When they have fewer than -MinimumDays left it asks for new ones. The
    token, the wrapping certificate and its chain are written to -Folder; files that are right already are left alone, and one that changes is
    replaced in one step, so that nobody reads half of it. Old tokens stay valid until they expire: a partner who has wrapped a key for the
    old certificate can still deliver it.

    Run it every day. It asks nothing. Exit codes: 0 when every token is valid for long enough, 1 when anything failed.
.PARAMETER Folder
    Where the files go. It is made if it is not there.
.PARAMETER KeyMaterialType
    What partners will send: TR34_KEY_BLOCK or KEY_CRYPTOGRAM.
.PARAMETER WrappingKeyAlgorithm
    The algorithms of the wrapping certificates, one token for each.
.PARAMETER MinimumDays
    Ask for a new token when the current one has less time left. The service itself reuses none with less than 7 days.
.EXAMPLE
    ./examples/rotate-import-tokens.ps1 -Folder /srv/partners/certificates

    One line: the token, until when it is valid, and whether it is new.
.EXAMPLE
    ./examples/rotate-import-tokens.ps1 -Folder ./out -KeyMaterialType KEY_CRYPTOGRAM -WrappingKeyAlgorithm RSA_3072, RSA_4096 -WhatIf

    Says what it would ask for; asks and writes nothing.
.OUTPUTS
    One object for each algorithm: ImportToken, ValidUntil, IsNew, CertificateFile.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $Folder,

    [ValidateSet('TR34_KEY_BLOCK', 'KEY_CRYPTOGRAM')]
    [string] $KeyMaterialType = 'TR34_KEY_BLOCK',

    [ValidateSet('RSA_2048', 'RSA_3072', 'RSA_4096')]
    [string[]] $WrappingKeyAlgorithm = 'RSA_2048',

    [ValidateRange(7, 29)]
    [int] $MinimumDays = 10
)

$ErrorActionPreference = 'Stop'

# In a clone after `dotnet build`, or with the module installed; in PaymentCrypto.Shell it is there already.
if (-not (Get-Module -Name PaymentCrypto)) {
    $clone = [System.IO.Path]::Combine($PSScriptRoot, '..', 'PaymentCrypto.psd1')
    Import-Module -Name $(if ([System.IO.File]::Exists($clone)) { $clone } else { 'PaymentCrypto' })
}

# True when the file was written; false when it had this text already.
function Publish-Text([string] $Path, [string] $Text) {
    if ([System.IO.File]::Exists($Path) -and [System.IO.File]::ReadAllText($Path) -ceq $Text) { return $false }
    $new = "$Path.new"
    [System.IO.File]::WriteAllText($new, $Text)
    [System.IO.File]::Move($new, $Path, $true)
    return $true
}

$directory = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Folder)
foreach ($algorithm in $WrappingKeyAlgorithm) {
    # Asking for the last token makes one when there is none, so nothing is asked with -WhatIf.
    if (-not $PSCmdlet.ShouldProcess("$KeyMaterialType $algorithm in $directory", "Keep an import token with at least $MinimumDays days left")) { continue }

    $parameters = Get-PcImportParameters -KeyMaterialType $KeyMaterialType -WrappingKeyAlgorithm $algorithm -ReuseLastGeneratedToken
    if ($parameters.TimeRemaining.TotalDays -lt $MinimumDays) {
        $parameters = Get-PcImportParameters -KeyMaterialType $KeyMaterialType -WrappingKeyAlgorithm $algorithm
    }

    $null = [System.IO.Directory]::CreateDirectory($directory)
    $name = [System.IO.Path]::Combine($directory, "$KeyMaterialType-$algorithm".ToLowerInvariant())
    $chain = foreach ($certificate in $parameters.CertificateChain) { $certificate.ExportCertificatePem() }
    # The token comes last: whoever sees a new one finds the certificate that belongs to it.
    $null = Publish-Text "$name.chain.pem" (($chain -join "`n") + "`n")
    $null = Publish-Text "$name.certificate.pem" ($parameters.Certificate.ExportCertificatePem() + "`n")
    $isNew = Publish-Text "$name.token.txt" "$($parameters.ImportToken)`n"

    [pscustomobject] @{
        ImportToken     = $parameters.ImportToken
        ValidUntil      = $parameters.ParametersValidUntilTimestamp
        IsNew           = $isNew
        CertificateFile = "$name.certificate.pem"
    }
}
