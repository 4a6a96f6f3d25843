<#
.SYNOPSIS
    The first step of every key import: an import token and the certificate to wrap the key for.
.DESCRIPTION
    Asks this session's provider (the local engine unless you chose another) for TR-34 import parameters, twice. Run it again:
    the token is still the same, because at least 7 of its 30 days are left. Nothing here is a secret.
#>
[CmdletBinding()]
param()

# Works in a plain pwsh in a clone after `dotnet build`; in PaymentCrypto.Shell the module is there already.
if (-not (Get-Module -Name PaymentCrypto)) {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, '..', 'PaymentCrypto.psd1')) -ErrorAction Stop
}

'1. Import parameters: the last token if it is good for 7 more days, else a new one.'
$first = Get-PcImportParameters -KeyMaterialType TR34_KEY_BLOCK -WrappingKeyAlgorithm RSA_2048 -ReuseLastGeneratedToken -ErrorAction Stop
$first

'2. The same call again.'
$second = Get-PcImportParameters -KeyMaterialType TR34_KEY_BLOCK -WrappingKeyAlgorithm RSA_2048 -ReuseLastGeneratedToken -ErrorAction Stop
"   Token:            $($second.ImportToken)"
"   The same token:   $($second.ImportToken -ceq $first.ImportToken)"
''
'3. The certificate to wrap your key for:'
"   Subject:          $($second.Certificate.Subject)"
"   Issuer:           $($second.Certificate.Issuer)"
"   RSA key:          $($second.Certificate.PublicKey.GetRSAPublicKey().KeySize) bits"
"   Expires:          $([PaymentCrypto.DisplayText]::Time($second.Certificate.NotAfter))"
''
'Next: give the certificate to the system that holds your key, let it make a TR-34 token, and import that with the token above.'
'Run this script again: the token stays the same until it has less than 7 days left.'
