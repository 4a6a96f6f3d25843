#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# The behaviour that a user sees, in a real pwsh. Build first: the staged module is imported.

BeforeAll {
    $script:manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop
}

Describe 'The choice of the session' {
    BeforeEach {
        $script:formerHome = $env:PAYMENTCRYPTO_HOME
        $env:PAYMENTCRYPTO_HOME = Join-Path $TestDrive ([guid]::NewGuid().ToString('N'))
        Set-PcProvider -InMemory
        $null = New-PcKey P0 AES_128 -Alias alias/pin
    }

    AfterEach {
        Import-Module $manifest -Force
        Set-PcProvider -InMemory
        $env:PAYMENTCRYPTO_HOME = $formerHome
    }

    It 'outlives Import-Module -Force, with the store in memory' {
        Import-Module $manifest -Force
        (Get-PcProvider).InMemory | Should -BeTrue
        (Get-PcKeyAlias).AliasName | Should -Be 'alias/pin'
        $null = New-PcKey P0 AES_128
        $env:PAYMENTCRYPTO_HOME | Should -Not -Exist
    }

    It 'keeps endpoints running over Import-Module -Force' {
        $endpoint = Start-PcEndpoint
        Import-Module $manifest -Force
        (Get-PcEndpoint).Uri | Should -Be $endpoint.Uri
        Stop-PcEndpoint
    }

    It 'ends with Remove-Module' {
        Remove-Module PaymentCrypto
        Import-Module $manifest
        (Get-PcProvider).InMemory | Should -BeFalse
        Get-PcKey | Should -BeNullOrEmpty
    }
}
