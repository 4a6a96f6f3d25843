<#
.SYNOPSIS
    The partner in an exchange of key encryption keys by TR-34, to rehearse it with files as between two companies.
.DESCRIPTION
    Plays the other company's key management system, in which the module's store has no part:

    Prepare   makes a root and the certificates kdh.pem (to sign with) and krd.pem (to receive with), and a nonce. Private keys are written under
              the passphrase to -PrivateFolder, everything else to -Folder.
    Wrap      makes a key encryption key, wraps it for the certificate in -OtherFolder and writes token.txt. Shows the check value to tell.
    Open      opens the token in -OtherFolder. Shows the check value to compare.

    Each step does nothing when it has been done before. Exit codes: 0, or 1 when anything failed.
.PARAMETER Step
    Prepare, Wrap or Open.
.PARAMETER Folder
    The partner's files for the other side.
.PARAMETER PrivateFolder
    The partner's own files.
.PARAMETER OtherFolder
    The files of the other side: wrapping-certificate.pem and nonce.txt for Wrap; token.txt, signing-certificate.pem and signing-chain.pem for Open.
.PARAMETER Passphrase
    The passphrase of the private keys. Unless given it is taken from the environment variable PARTNER_PASSPHRASE.
.EXAMPLE
    ./examples/kek-exchange/partner.ps1 Prepare -Folder ./from-partner -PrivateFolder ./partner-private
.OUTPUTS
    Step, Status (Done, Present), KeyCheckValue.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory, Position = 0)]
    [ValidateSet('Prepare', 'Wrap', 'Open')]
    [string] $Step,

    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $Folder,

    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $PrivateFolder,

    [ValidateNotNullOrEmpty()]
    [string] $OtherFolder,

    [securestring] $Passphrase
)

$ErrorActionPreference = 'Stop'

# In a clone after `dotnet build`, or with the module installed; in PaymentCrypto.Shell it is there already.
if (-not (Get-Module -Name PaymentCrypto)) {
    $clone = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'PaymentCrypto.psd1')
    Import-Module -Name $(if ([System.IO.File]::Exists($clone)) { $clone } else { 'PaymentCrypto' })
}

if (-not $Passphrase) {
    if (-not $env:PARTNER_PASSPHRASE) { throw 'Give -Passphrase, or set the environment variable PARTNER_PASSPHRASE.' }
    $Passphrase = [System.Net.NetworkCredential]::new('', $env:PARTNER_PASSPHRASE).SecurePassword
}
if ($Step -ne 'Prepare' -and -not $OtherFolder) { throw "$Step needs -OtherFolder, the files of the other side." }

function Join-File([string] $Directory, [string] $Name) { [System.IO.Path]::Combine($PSCmdlet.GetUnresolvedProviderPathFromPSPath($Directory), $Name) }
function Write-Status([string] $Status, [string] $KeyCheckValue) { [pscustomobject] @{ Step = $Step; Status = $Status; KeyCheckValue = $KeyCheckValue } }

switch ($Step) {
    'Prepare' {
        if ([System.IO.File]::Exists((Join-File $Folder 'root.pem'))) { Write-Status Present; break }
        $null = [System.IO.Directory]::CreateDirectory((Join-File $Folder ''))
        $null = [System.IO.Directory]::CreateDirectory((Join-File $PrivateFolder ''))
        $kdh = New-PcKeyExchangeCertificate RSA_2048 Kdh -CommonName 'Partner KDH' -Organization Partner
        $krd = New-PcKeyExchangeCertificate RSA_2048 Krd -CommonName 'Partner KRD' -Organization Partner -Issuer $kdh.CertificateAuthority
        foreach ($pair in @{ kdh = $kdh; krd = $krd }.GetEnumerator()) {
            $pair.Value | Export-PcKeyExchangeCertificate -Path (Join-File $PrivateFolder "$($pair.Key).pem") -Passphrase $Passphrase
            [System.IO.File]::WriteAllText((Join-File $Folder "$($pair.Key).pem"), $pair.Value.Certificate.ExportCertificatePem() + "`n")
        }
        [System.IO.File]::WriteAllText((Join-File $Folder 'nonce.txt'), [System.Convert]::ToHexString([System.Security.Cryptography.RandomNumberGenerator]::GetBytes(8)))
        [System.IO.File]::WriteAllText((Join-File $Folder 'root.pem'), $kdh.CertificateAuthority.Certificate.ExportCertificatePem() + "`n")
        Write-Status Done
    }
    'Wrap' {
        $token = Join-File $Folder 'token.txt'
        $told = Join-File $PrivateFolder 'check-value.txt'
        if ([System.IO.File]::Exists($token)) { Write-Status Present ([System.IO.File]::ReadAllText($told)); break }
        $kek = New-PcKeyComponent TDES_3KEY -Count 3 | Join-PcKeyComponent -AdjustParity
        $wrap = @{
            Key                    = $kek
            Usage                  = 'K0'
            WrappingKeyCertificate = Join-File $OtherFolder 'wrapping-certificate.pem'
            SigningKey             = Join-File $PrivateFolder 'kdh.pem'
            Passphrase             = $Passphrase
            RandomNonce            = [System.IO.File]::ReadAllText((Join-File $OtherFolder 'nonce.txt')).Trim()
        }
        $block = New-PcTr34KeyBlock @wrap
        [System.IO.File]::WriteAllText($told, $kek.KeyCheckValue)
        [System.IO.File]::WriteAllText($token, "$block`n")
        Write-Status Done $kek.KeyCheckValue
    }
    'Open' {
        $open = @{
            KeyBlock              = Join-File $OtherFolder 'token.txt'
            PrivateKey            = Join-File $PrivateFolder 'krd.pem'
            Passphrase            = $Passphrase
            SigningKeyCertificate = Join-File $OtherFolder 'signing-certificate.pem'
            CertificateAuthority  = Join-File $OtherFolder 'signing-chain.pem'
            RandomNonce           = [System.IO.File]::ReadAllText((Join-File $Folder 'nonce.txt')).Trim()
        }
        Write-Status Done (ConvertFrom-PcTr34KeyBlock @open).KeyCheckValue
    }
}
