<#
.SYNOPSIS
    A key encryption key goes into the service by TR-34.
.DESCRIPTION
    Plays both sides: three custodians with a component each, the sender's system (KDH) that wraps the key for the service's certificate, and
    the service that imports it. What must come out is the check value that the custodians have on paper.
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
    # The papers of three custodians, and the key that they give together. At a real ceremony: Join-PcKeyComponent TDES_2KEY
    $papers = New-PcKeyComponent TDES_2KEY -Count 3
    $kek = $papers | Join-PcKeyComponent -ComponentCheckValue $papers.KeyCheckValue -AdjustParity

    # The sender (KDH) has a key pair that its own authority certifies. The service gets to know the authority.
    $kdh = New-PcKeyExchangeCertificate RSA_2048 Kdh
    $authority = Import-PcKey -RootCertificate $kdh.CertificateAuthority

    # The service says for which certificate to wrap; the sender wraps and signs; the service checks, opens and keeps the key.
    $parameters = Get-PcImportParameters TR34_KEY_BLOCK RSA_2048 -ReuseLastGeneratedToken
    $key = $parameters | New-PcTr34KeyBlock -Key $kek -SigningKey $kdh -Usage K0 | Import-PcKey -CertificateAuthority $authority
    $key

    "Check value on the papers: $($papers[0].CombinedKeyCheckValue)"
    "Check value in the service: $($key.KeyCheckValue)"
    if ($key.KeyCheckValue -ne $papers[0].CombinedKeyCheckValue) { throw 'The check values differ: this is not the key on the papers.' }
    'The same key on both sides.'
}
finally {
    if (-not $before.InMemory) { $before | Set-PcProvider }
}
