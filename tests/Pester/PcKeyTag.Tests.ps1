#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# The behaviour that a user sees, in a real pwsh. Build first: the staged module is imported.

BeforeAll {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop
}

Describe 'Tags' {
    BeforeEach {
        Set-PcProvider -InMemory
        $script:key = New-PcKey P0 AES_128 -Tag @{ env = 'test'; owner = 'issuing' }
    }

    It 'are a hashtable in and out' {
        $key | Add-PcKeyTag -Tag @{ env = 'prod'; year = 2030 }
        $tags = Get-PcKeyTag $key
        $tags | Should -BeOfType hashtable
        $tags.Count | Should -Be 3
        $tags.env | Should -Be 'prod'
        $tags.year | Should -Be '2030'
    }

    It 'are removed by name or as objects' {
        Get-PcKeyTag $key -AsObject | Where-Object Value -EQ test | Remove-PcKeyTag -Force
        Remove-PcKeyTag $key owner -WhatIf
        (Get-PcKeyTag $key).Keys | Should -Be 'owner'
        Remove-PcKeyTag $key owner, nobody -Force
        (Get-PcKeyTag $key).Count | Should -Be 0
    }

    It 'have limits' {
        { Add-PcKeyTag $key @{ a = 'v' * 257 } -ErrorAction Stop } | Should -Throw -ErrorId 'PcMemberInvalid,*'
    }
}
