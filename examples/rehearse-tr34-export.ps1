<#
.SYNOPSIS
    A key encryption key comes out of the service by TR-34.
.DESCRIPTION
    The mirror of rehearse-tr34-import.ps1: the service wraps a key for the certificate of a receiver (KRD) and signs the token; the receiver
    compares the nonce that it chose, verifies the signature, and opens the token.
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
    # The receiver (KRD) has a key pair that its own authority certifies. The service gets to know the authority.
    $krd = New-PcKeyExchangeCertificate RSA_2048 Krd
    $authority = Import-PcKey -RootCertificate $krd.CertificateAuthority
    $nonce = [System.Convert]::ToHexString([System.Security.Cryptography.RandomNumberGenerator]::GetBytes(8))

    # The service says with which certificate it will sign, wraps the key and signs.
    $parameters = Get-PcExportParameters -ReuseLastGeneratedToken
    $key = New-PcKey K0 TDES_2KEY -Exportable
    $token = $key | Export-PcKey -ExportToken $parameters -WrappingKeyCertificate $krd -CertificateAuthority $authority -RandomNonce $nonce
    $token

    # The receiver opens it.
    $opened = $token | ConvertFrom-PcTr34KeyBlock -PrivateKey $krd -SigningKeyCertificate $parameters.SigningKeyCertificate

    "Check value in the service: $($key.KeyCheckValue)"
    "Check value at the receiver: $($opened.KeyCheckValue)"
    if ($opened.KeyCheckValue -ne $key.KeyCheckValue) { throw 'The check values differ: the receiver has another key.' }
    'The same key on both sides.'
}
finally {
    if (-not $before.InMemory) { $before | Set-PcProvider }
}
