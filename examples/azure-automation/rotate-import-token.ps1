<#
.SYNOPSIS
    An Azure Automation runbook: keeps a TR-34 import token that is valid long enough, and its certificate, in the account's variables.
.DESCRIPTION
    For a runtime environment of PowerShell 7.4 or later with the module PaymentCrypto uploaded as a package. It uses the cmdlets that Azure
    Automation gives a runbook (Get-AutomationPSCredential, Get-AutomationVariable, Set-AutomationVariable) and nothing else from outside.

    The account needs
    - a credential asset, by default AwsPaymentKeys: the AWS access key id as user name and the secret access key as password;
    - two string variables, by default PaymentImportToken and PaymentWrappingCertificate, which other runbooks read. The token is no secret.

    Asks nothing. A run that finds a good token changes nothing. An error ends the job as Failed, with the error's stable id in its stream.
.PARAMETER Region
    The AWS region.
.PARAMETER AwsKeyAsset
    The name of the credential asset.
.PARAMETER TokenVariable
    The name of the variable with the token.
.PARAMETER CertificateVariable
    The name of the variable with the certificate, PEM.
.PARAMETER MinimumDays
    Ask for a new token when the current one has less time left.
.PARAMETER EndpointUrl
    The URL of the endpoint in place of the region's, to rehearse.
.OUTPUTS
    A line that says what was done.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [ValidateNotNullOrEmpty()]
    [string] $Region = 'us-east-1',

    [ValidateNotNullOrEmpty()]
    [string] $AwsKeyAsset = 'AwsPaymentKeys',

    [ValidateNotNullOrEmpty()]
    [string] $TokenVariable = 'PaymentImportToken',

    [ValidateNotNullOrEmpty()]
    [string] $CertificateVariable = 'PaymentWrappingCertificate',

    [ValidateRange(7, 29)]
    [int] $MinimumDays = 10,

    [uri] $EndpointUrl
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module -Name PaymentCrypto)) { Import-Module -Name PaymentCrypto }

$provider = @{ Credential = Get-AutomationPSCredential -Name $AwsKeyAsset; Region = $Region; RetryMode = 'Adaptive'; WhatIf = $false }
if (-not $provider.Credential) { throw "The automation account has no credential asset '$AwsKeyAsset'." }
if ($EndpointUrl) { $provider.EndpointUrl = $EndpointUrl }
Set-PcProvider Aws @provider

if (-not $PSCmdlet.ShouldProcess("TR34_KEY_BLOCK RSA_2048 in $Region", "Keep an import token with at least $MinimumDays days left")) { return }

$parameters = Get-PcImportParameters TR34_KEY_BLOCK RSA_2048 -ReuseLastGeneratedToken
if ($parameters.TimeRemaining.TotalDays -lt $MinimumDays) { $parameters = Get-PcImportParameters TR34_KEY_BLOCK RSA_2048 }

$until = $parameters.ParametersValidUntilTimestamp.ToString('u')
if ((Get-AutomationVariable -Name $TokenVariable) -ceq $parameters.ImportToken) {
    "The token $($parameters.ImportToken) stays until $until."
}
else {
    # The certificate first: whoever reads a new token finds the certificate that belongs to it.
    Set-AutomationVariable -Name $CertificateVariable -Value $parameters.Certificate.ExportCertificatePem()
    Set-AutomationVariable -Name $TokenVariable -Value $parameters.ImportToken
    "The token $($parameters.ImportToken) is new, valid until $until."
}
