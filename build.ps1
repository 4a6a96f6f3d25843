<#
.SYNOPSIS
    Builds, tests and packages PaymentCrypto. A thin front for people who have pwsh: all the work is in MSBuild.
.EXAMPLE
    ./build.ps1
    Builds, and stages the importable module under artifacts/module.
.EXAMPLE
    ./build.ps1 Test
    Builds, and runs the Pester tests with the staged Pester. `dotnet test` runs these and all others.
.EXAMPLE
    ./build.ps1 Package
    Packs the module for the PowerShell Gallery and PaymentCrypto.Cryptography for NuGet, under artifacts/package/release.
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Package')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = $(if ($Task -eq 'Package') { 'Release' } else { 'Debug' })
)

$ErrorActionPreference = 'Stop'
$solution = [System.IO.Path]::Combine($PSScriptRoot, 'PaymentCryptoPS.sln')

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args[0]) failed with exit code $LASTEXITCODE."
    }
}

if ($Task -eq 'Package') {
    $pack = 'pack', $solution, '--configuration', $Configuration
    Invoke-DotNet @pack
    return
}

$build = 'build', $solution, '--configuration', $Configuration
Invoke-DotNet @build

if ($Task -eq 'Test') {
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, 'artifacts', 'pester', 'Pester', '6.2.0', 'Pester.psd1')) -ErrorAction Stop
    $configuration = New-PesterConfiguration
    $configuration.Run.Path = 'tests/Pester', 'examples/pester' | ForEach-Object { [System.IO.Path]::Combine($PSScriptRoot, $_) }
    $configuration.Run.Throw = $true
    Invoke-Pester -Configuration $configuration
}
