<#
.SYNOPSIS
    A key goes in and out under RSA-OAEP, without a key block.
.DESCRIPTION
    A cryptogram carries nothing but the key: what it is for is said beside it, and the check value is the only link between the two sides.
    All keys are made for the rehearsal and live in memory only: in the session's store if that is in memory, else in a new one, after which
    the session goes back to its provider. Nothing is asked, nothing is left behind. It ends with exit code 1 when anything fails.
#>
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'

# Works in a plain pwsh in a clone after `dotnet build`; in PaymentCrypto.Shell the module is there already.
if (-not (Get-Module -Name PaymentCrypto)) {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, '..', 'PaymentCrypto.psd1'))
}

$before = Get-PcProvider
if (-not $before.InMemory) { Set-PcProvider Local -InMemory }
try {
    # Into the service: the other side wraps an AES key for the certificate of an import token.
    $dek = New-PcKeyComponent AES_128 -Count 2 | Join-PcKeyComponent
    $key = Get-PcImportParameters KEY_CRYPTOGRAM RSA_3072 -ReuseLastGeneratedToken |
        New-PcKeyCryptogram -Key $dek |
        Import-PcKey -Usage D0 -Exportable
    $key

    # Out of the service: it wraps the key for the other side's certificate.
    $krd = New-PcKeyExchangeCertificate RSA_3072 Krd
    $authority = Import-PcKey -RootCertificate $krd.CertificateAuthority
    $exported = $key | Export-PcKey -WrappingSpec RSA_OAEP_SHA_256 -WrappingKeyCertificate $krd -CertificateAuthority $authority
    $opened = $exported | ConvertFrom-PcKeyCryptogram -PrivateKey $krd -Algorithm AES_128
    $exported

    "Check values: $($dek.KeyCheckValue) sent, $($key.KeyCheckValue) in the service, $($opened.KeyCheckValue) back again"
    if ($key.KeyCheckValue -ne $dek.KeyCheckValue -or $opened.KeyCheckValue -ne $dek.KeyCheckValue) { throw 'The check values differ: somewhere it became another key.' }
    'The same key on both sides.'
}
finally {
    if (-not $before.InMemory) { $before | Set-PcProvider }
}
