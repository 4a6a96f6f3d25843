<#
.SYNOPSIS
    Builds, tests and packages PaymentCrypto. A thin front for people who have pwsh: all the work is in MSBuild.
.EXAMPLE
    ./build.ps1
    Builds, and stages the importable module under artifacts/module.
.EXAMPLE
    ./build.ps1 Test
    Builds and runs every test; the Pester tests too if Pester 5 is there.
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
    $test = 'test', '--solution', $solution, '--configuration', $Configuration, '--no-build'
    Invoke-DotNet @test
    if (Get-Module -ListAvailable -Name Pester | Where-Object { $_.Version.Major -ge 5 }) {
        $result = Invoke-Pester -Path ([System.IO.Path]::Combine($PSScriptRoot, 'tests', 'Pester')) -PassThru
        if ($result.FailedCount -gt 0) {
            throw "$($result.FailedCount) Pester test(s) failed."
        }
    }
    else {
        Write-Warning 'Pester 5 is not installed: its tests were not run.'
    }
}
