<#
.SYNOPSIS
    Makes the keys of a plan: first a rehearsal on the local engine, then the same on the session's provider.
.DESCRIPTION
    The rehearsal runs every step in a store in memory, so that a plan with a mistake (a usage that its algorithm does not allow, an alias twice) fails
    before anything has been asked of AWS. Only when all of it has succeeded does the same code run on the provider that the session has, or that
    PAYMENTCRYPTO_PROVIDER names. A key whose alias is there already is compared with the plan and left alone: run it as often as you like.

    It asks nothing. Exit codes: 0 when every key of the plan is there as planned, 1 when anything failed or differs.
.PARAMETER Plan
    The plan, a .psd1 file like key-plan.psd1. It is read as data; nothing in it is executed.
.PARAMETER RehearseOnly
    End after the rehearsal.
.EXAMPLE
    ./examples/make-planned-keys.ps1 -Plan ./examples/key-plan.psd1 -RehearseOnly

    Makes the keys in a store in memory, which is gone afterwards.
.EXAMPLE
    Set-PcProvider Aws -ProfileName payments -Region eu-west-1
    ./examples/make-planned-keys.ps1 -Plan ./examples/key-plan.psd1

    Rehearses, then makes the keys in AWS.
.OUTPUTS
    One object for each key: On (Rehearsal, Local or Aws), Alias, Status (Made, Present, or New with -WhatIf), KeyCheckValue.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $Plan,

    [switch] $RehearseOnly
)

$ErrorActionPreference = 'Stop'

# In a clone after `dotnet build`, or with the module installed; in PaymentCrypto.Shell it is there already.
if (-not (Get-Module -Name PaymentCrypto)) {
    $clone = [System.IO.Path]::Combine($PSScriptRoot, '..', 'PaymentCrypto.psd1')
    Import-Module -Name $(if ([System.IO.File]::Exists($clone)) { $clone } else { 'PaymentCrypto' })
}

# As Import-PowerShellDataFile does it, which PaymentCrypto.Shell has not.
function Read-Plan([string] $Path) {
    $tokens = $errors = $null
    $script = [System.Management.Automation.Language.Parser]::ParseFile($Path, [ref] $tokens, [ref] $errors)
    if ($errors) { throw "The plan '$Path' cannot be read: $($errors[0].Message)" }
    $table = $script.Find({ param($node) $node -is [System.Management.Automation.Language.HashtableAst] }, $false)
    if ($null -eq $table -or -not $table.SafeGetValue().Keys) { throw "The plan '$Path' has no list 'Keys'." }
    $table.SafeGetValue()['Keys']
}

# The one place that makes keys, whoever answers.
function Build-Key {
    [CmdletBinding(SupportsShouldProcess)]
    param([hashtable] $Entry, [switch] $Rehearsal)

    $alias = $null
    try { $alias = Get-PcKeyAlias -AliasName $Entry.Alias }
    catch { if ($_.FullyQualifiedErrorId -notlike 'PcResourceNotFound,*') { throw } }

    $status = 'Present'
    $key = if ($alias.KeyArn) { Get-PcKey -KeyIdentifier $alias.KeyArn }
    if ($key) {
        $planned = "$($Entry.Usage) $($Entry.Algorithm), exportable: $([bool] $Entry.Exportable)"
        # TR31_P0_PIN_ENCRYPTION_KEY is P0 in the plan.
        $usage = if ($Entry.Usage.Length -eq 2) { $key.KeyUsage.Substring(5, 2) } else { $key.KeyUsage }
        $actual = "$usage $($key.KeyAlgorithm), exportable: $($key.Exportable)"
        if ($actual -ne $planned) { throw "$($Entry.Alias) differs from the plan: it is '$actual' ($key), planned is '$planned'." }
    }
    elseif ($alias) { throw "$($Entry.Alias) is there without a key: Remove-PcKeyAlias removes it, Set-PcKeyAlias gives it one." }
    elseif ($PSCmdlet.ShouldProcess($Entry.Alias, "Make a $($Entry.Usage) $($Entry.Algorithm) key")) {
        $key = New-PcKey @Entry
        $status = 'Made'
    }
    else { $status = 'New' }

    [pscustomobject] @{ On = if ($Rehearsal) { 'Rehearsal' } else { (Get-PcProvider).Name }; Alias = $Entry.Alias; Status = $status; KeyCheckValue = $key.KeyCheckValue }
}

$entries = Read-Plan $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Plan)
$target = Get-PcProvider

# A store in memory ends when the session chooses another, and is a rehearsal in itself.
if (-not $target.InMemory) {
    # Real also with -WhatIf: it is gone with its store.
    $whatIf = $WhatIfPreference
    $WhatIfPreference = $false
    try {
        Set-PcProvider Local -InMemory
        foreach ($entry in $entries) { Build-Key -Entry $entry -Rehearsal }
    }
    finally {
        $target | Set-PcProvider
        $WhatIfPreference = $whatIf
    }
}

if ($target.InMemory -or -not $RehearseOnly) {
    foreach ($entry in $entries) { Build-Key -Entry $entry }
}
