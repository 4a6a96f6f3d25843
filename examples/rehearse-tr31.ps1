<#
.SYNOPSIS
    Working keys go in and out in TR-31 key blocks, under a key encryption key that came in by TR-34.
.DESCRIPTION
    First the key encryption key, as in rehearse-tr34-import.ps1. Then a PIN encryption key under it, in a TR-31 block from the other side into
    the service and in another block back out.
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
    # The key encryption key (KEK), on both sides.
    $kek = New-PcKeyComponent TDES_3KEY -Count 2 | Join-PcKeyComponent -AdjustParity
    $kdh = New-PcKeyExchangeCertificate RSA_2048 Kdh
    $authority = Import-PcKey -RootCertificate $kdh.CertificateAuthority
    $serviceKek = Get-PcImportParameters TR34_KEY_BLOCK RSA_2048 -ReuseLastGeneratedToken |
        New-PcTr34KeyBlock -Key $kek -SigningKey $kdh -Usage K0 |
        Import-PcKey -CertificateAuthority $authority

    # A PIN encryption key of the other side, into the service.
    $pek = New-PcKeyComponent TDES_2KEY -Count 2 | Join-PcKeyComponent -AdjustParity
    $block = New-PcTr31KeyBlock -ProtectionKey $kek -Key $pek -Usage P0
    $key = $block | Import-PcKey -WrappingKeyIdentifier $serviceKek
    $key

    # And back out: the other side opens what the service wraps.
    $exported = $key | Export-PcKey -WrappingKeyIdentifier $serviceKek
    $opened = $exported | ConvertFrom-PcTr31KeyBlock -ProtectionKey $kek
    $exported

    "Check values: $($pek.KeyCheckValue) sent, $($key.KeyCheckValue) in the service, $($opened.KeyCheckValue) back again"
    if ($key.KeyCheckValue -ne $pek.KeyCheckValue -or $opened.KeyCheckValue -ne $pek.KeyCheckValue) { throw 'The check values differ: somewhere it became another key.' }
    'The same key on both sides.'
}
finally {
    if (-not $before.InMemory) { $before | Set-PcProvider }
}
