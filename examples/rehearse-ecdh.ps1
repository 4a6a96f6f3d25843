<#
.SYNOPSIS
    A key goes in and out without any key in common: under a key that both sides derive by ECDH.
.DESCRIPTION
    Both sides have an elliptic curve key pair, exchange certificates and derive the same AES-256 key, which protects a TR-31 block. On P-521
    this is the way for AES-256 keys when there is no key encryption key yet.
    All keys are made for the rehearsal and live in memory only: in the session's store if that is in memory, else in a new one, after which
    the session goes back to its provider. Then two accounts of the service do the same with the certificates that it issues, on P-256, P-384 and
    P-521. Nothing is asked, nothing is left behind. It ends with exit code 1 when anything fails.
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
    # Both key pairs. The service gets to know the authority of the other side.
    $ours = New-PcKey K3 ECC_NIST_P521
    $theirs = New-PcKeyExchangeCertificate ECC_NIST_P521 KeyAgreement
    $authority = Import-PcKey -RootCertificate $theirs.CertificateAuthority

    # The other side derives the key from its own private key and the service's certificate.
    $agreed = $ours | Get-PcPublicKeyCertificate | New-PcEcdhKey -PrivateKey $theirs -Algorithm AES_256

    # Into the service. The block says how its protection key was derived.
    $kek = New-PcKeyComponent AES_256 -Count 2 | Join-PcKeyComponent
    $key = New-PcTr31KeyBlock -ProtectionKey $agreed -Key $kek -Usage K0 |
        Import-PcKey -PrivateKeyIdentifier $ours -CertificateAuthority $authority
    $key

    # And back out.
    $exported = $key | Export-PcKey -PrivateKeyIdentifier $ours -PublicKeyCertificate $theirs -CertificateAuthority $authority -SharedInformation $agreed.SharedInformation
    $opened = $exported | ConvertFrom-PcTr31KeyBlock -ProtectionKey $agreed
    $exported

    "Check values: $($kek.KeyCheckValue) sent, $($key.KeyCheckValue) in the service, $($opened.KeyCheckValue) back again"
    if ($key.KeyCheckValue -ne $kek.KeyCheckValue -or $opened.KeyCheckValue -ne $kek.KeyCheckValue) { throw 'The check values differ: somewhere it became another key.' }

    # Two accounts of the service, as in AWS's sample: each imports the authority of the other's certificate, which is on P-521 for every curve.
    $account = (Get-PcProvider).AccountId
    $partner = '444455556666'
    foreach ($curve in @{ Algorithm = 'ECC_NIST_P256'; Key = 'AES_128' }, @{ Algorithm = 'ECC_NIST_P384'; Key = 'AES_192' }, @{ Algorithm = 'ECC_NIST_P521'; Key = 'AES_256' }) {
        Set-PcProvider -AccountId $partner
        $theirPair = New-PcKey K3 $curve.Algorithm
        $theirCertificate = $theirPair | Get-PcPublicKeyCertificate

        Set-PcProvider -AccountId $account
        $ourPair = New-PcKey K3 $curve.Algorithm
        $ourCertificate = $ourPair | Get-PcPublicKeyCertificate
        $theirAuthority = Import-PcKey -RootCertificate $theirCertificate.KeyCertificateChain
        $agreement = @{ DeriveKeyAlgorithm = $curve.Key; KeyDerivationFunction = 'NIST_SP800'; KeyDerivationHashAlgorithm = 'SHA_512'; SharedInformation = '0123456789' }
        $sent = New-PcKey K0 $curve.Key -Exportable
        $block = $sent | Export-PcKey -PrivateKeyIdentifier $ourPair -PublicKeyCertificate $theirCertificate.KeyCertificate -CertificateAuthority $theirAuthority @agreement

        Set-PcProvider -AccountId $partner
        $ourAuthority = Import-PcKey -RootCertificate $ourCertificate.KeyCertificateChain
        $received = Import-PcKey $block.KeyMaterial -PrivateKeyIdentifier $theirPair -PublicKeyCertificate $ourCertificate.KeyCertificate -CertificateAuthority $ourAuthority @agreement
        "$($curve.Algorithm): $($sent.KeyCheckValue) sent, $($received.KeyCheckValue) received by account $partner"
        if ($received.KeyCheckValue -ne $sent.KeyCheckValue) { throw 'The check values differ: somewhere it became another key.' }
    }

    'The same key on both sides.'
}
finally {
    if ($before.InMemory) { Set-PcProvider -AccountId $before.AccountId } else { $before | Set-PcProvider }
}
