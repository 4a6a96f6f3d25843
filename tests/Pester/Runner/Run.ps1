<#
.SYNOPSIS
    Runs every Pester file with the staged Pester, and writes a line of JSON for each test.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Results,
    [switch] $Discover
)

$ErrorActionPreference = 'Stop'
$root = Convert-Path (Join-Path $PSScriptRoot '../../..')
$version = $env:PAYMENTCRYPTO_PESTER ?? '6.2.0'
Import-Module (Join-Path $root "artifacts/pester/Pester/$version/Pester.psd1")

if (-not $Discover) {
    # What RSA-4096 costs is paid once: see WarmStore.psm1. Removing the module ends what it still writes.
    Import-Module (Join-Path $root 'artifacts/module/PaymentCrypto/PaymentCrypto.psd1')
    $env:PAYMENTCRYPTO_WARM_STORE = Join-Path ([System.IO.Path]::GetDirectoryName($Results)) 'warm'
    Set-PcProvider -Path $env:PAYMENTCRYPTO_WARM_STORE
    Get-PcImportParameters | Revoke-PcToken -Confirm:$false
    Remove-Module PaymentCrypto
}

$configuration = New-PesterConfiguration
$configuration.Run.Path = (Join-Path $root 'tests/Pester'), (Join-Path $root 'examples/pester')
$configuration.Run.PassThru = $true
$configuration.Run.SkipRun = $Discover.IsPresent
$configuration.Output.Verbosity = 'None'
$run = Invoke-Pester -Configuration $configuration

$number = 0
$lines = @(
    foreach ($test in $run.Tests) {
        $number++
        $file = [System.IO.Path]::GetRelativePath($root, $test.Block.BlockContainer.Item).Replace('\', '/')
        $name = "${file}: $($test.ExpandedPath ?? $test.Path -join '.')"
        @{ Id = "$number $name"; Name = $name; Outcome = "$($test.Result)"; Message = ($test.ErrorRecord | ForEach-Object { "$_`n$($_.ScriptStackTrace)" }) -join "`n" } | ConvertTo-Json -Compress
    }
    # What fails outside of a test: a file that does not parse, a BeforeAll without tests.
    foreach ($failed in @($run.FailedContainers) + @($run.FailedBlocks)) {
        $number++
        @{ Id = "$number"; Name = "$failed"; Outcome = 'Failed'; Message = ($failed.ErrorRecord | ForEach-Object { "$_`n$($_.ScriptStackTrace)" }) -join "`n" } | ConvertTo-Json -Compress
    }
)
if (-not $lines) { throw "Pester $version found no test." }
Set-Content $Results $lines
