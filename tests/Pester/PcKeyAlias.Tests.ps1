#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# The behaviour that a user sees, in a real pwsh. Build first: the staged module is imported.

BeforeAll {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop
}

Describe 'Aliases' {
    BeforeEach {
        Set-PcProvider -InMemory
        $script:one = New-PcKey P0 AES_128
        $script:two = New-PcKey P0 AES_128
    }

    It 'are made, moved, unassigned and removed' {
        ($one | New-PcKeyAlias pin).KeyArn | Should -Be $one.KeyArn
        (Set-PcKeyAlias alias/pin $two -PassThru).KeyArn | Should -Be $two.KeyArn
        (Set-PcKeyAlias alias/pin -Unassign -PassThru).KeyArn | Should -BeNullOrEmpty
        Remove-PcKeyAlias pin -WhatIf
        Get-PcKeyAlias | Should -HaveCount 1
        Remove-PcKeyAlias pin -Force
        Get-PcKeyAlias | Should -BeNullOrEmpty
    }

    It 'are found by pattern and by key' {
        $one | New-PcKeyAlias a, b | Out-Null
        New-PcKeyAlias c | Out-Null
        (Get-PcKeyAlias [ac]).AliasName | Should -Be 'alias/a', 'alias/c'
        ($one | Get-PcKeyAlias).AliasName | Should -Be 'alias/a', 'alias/b'
    }

    It 'are warned of when the key that was given is empty' {
        New-PcKeyAlias pin -KeyIdentifier $null -WarningVariable warnings -WarningAction SilentlyContinue | Out-Null
        $warnings | Should -HaveCount 1
        $warnings[0].Message | Should -BeLike 'alias/pin stands for no key*'
    }

    It 'are unique' {
        New-PcKeyAlias pin | Out-Null
        { New-PcKeyAlias pin -ErrorAction Stop } | Should -Throw -ErrorId 'PcConflict,*'
        { New-PcKeyAlias 'no spaces' -ErrorAction Stop } | Should -Throw -ErrorId 'PcMemberInvalid,*'
        { Get-PcKeyAlias nobody -ErrorAction Stop } | Should -Throw -ErrorId 'PcResourceNotFound,*'
    }
}
