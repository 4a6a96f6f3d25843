#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# The behaviour that a user sees, in a real pwsh. Build first: the staged module is imported.

BeforeAll {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop
}

Describe 'New-PcKey' {
    BeforeEach {
        Set-PcProvider -InMemory
    }

    It 'makes a key that is not exportable unless asked for' {
        $key = New-PcKey -Usage TR31_P0_PIN_ENCRYPTION_KEY -Algorithm AES_128
        $key.KeyArn | Should -Match '^arn:aws:payment-cryptography:us-east-1:111122223333:key/[a-z2-7]{16}$'
        $key.Exportable | Should -BeFalse
        $key.KeyModesOfUse | Should -Be 'Encrypt', 'Decrypt', 'Wrap', 'Unwrap'
        (New-PcKey P0 AES_128 -Exportable).Exportable | Should -BeTrue
    }

    It 'takes a plan from Import-Csv, alias and all' {
        $plan = Join-Path $TestDrive 'plan.csv'
        'Usage,Algorithm,Alias', 'P0,AES_128,alias/pin', 'C0,TDES_2KEY,alias/cvk' | Set-Content $plan
        $keys = Import-Csv $plan | New-PcKey
        $keys.Aliases | Should -Be 'alias/pin', 'alias/cvk'
    }

    It 'makes no key when the alias is taken, and no alias when the key cannot be made' {
        New-PcKeyAlias alias/taken
        New-PcKey P0 AES_128 -Alias alias/taken -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'PcConflict,*'
        New-PcKey M1 AES_128 -Alias alias/free -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'PcValidation,*'
        Get-PcKey | Should -BeNullOrEmpty
        (Get-PcKeyAlias).AliasName | Should -Be 'alias/taken'
    }

    It 'makes nothing with -WhatIf, also with -Force' {
        New-PcKey P0 AES_128 -Force -WhatIf
        Get-PcKey | Should -BeNullOrEmpty
    }
}

Describe 'Get-PcKey' {
    BeforeEach {
        Set-PcProvider -InMemory
        $script:pin = New-PcKey P0 AES_128 -Alias alias/pin
        $script:cvk = New-PcKey C0 TDES_2KEY -Disabled
    }

    It 'finds a key by ARN, id, alias and object' {
        Get-PcKey $pin.KeyArn | ForEach-Object KeyArn | Should -Be $pin.KeyArn
        Get-PcKey $pin.KeyId | ForEach-Object KeyArn | Should -Be $pin.KeyArn
        Get-PcKey alias/pin | ForEach-Object KeyArn | Should -Be $pin.KeyArn
        $pin | Get-PcKey | ForEach-Object KeyArn | Should -Be $pin.KeyArn
    }

    It 'lists with filters' {
        Get-PcKey | Should -HaveCount 2
        (Get-PcKey -Usage TR31_P0*).KeyId | Should -Be $pin.KeyId
        (Get-PcKey -Algorithm TDES* -Enabled:$false).KeyId | Should -Be $cvk.KeyId
        Get-PcKey -Exportable | Should -BeNullOrEmpty
    }

    It 'stops reading when the pipeline has enough' {
        Get-PcKey | Select-Object -First 1 | Should -HaveCount 1
    }

    It 'writes one error for each unknown key and goes on' {
        $found = 'alias/nobody', 'alias/pin' | Get-PcKey -ErrorVariable problem -ErrorAction SilentlyContinue
        $found.KeyId | Should -Be $pin.KeyId
        $problem[0].FullyQualifiedErrorId | Should -Be 'PcResourceNotFound,PaymentCrypto.Commands.Keys.GetPcKeyCommand'
        $problem[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $problem[0].TargetObject | Should -Be 'alias/nobody'
    }

    It 'goes through ConvertTo-Json and Export-Clixml' {
        $json = $pin | ConvertTo-Json -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -BeNullOrEmpty
        ($json | ConvertFrom-Json).KeyUsage | Should -Be 'TR31_P0_PIN_ENCRYPTION_KEY'
        $file = Join-Path $TestDrive 'key.xml'
        $pin | Export-Clixml $file
        (Import-Clixml $file | Get-PcKey).KeyArn | Should -Be $pin.KeyArn
        (Import-Clixml $file | Out-String) | Should -Be ($pin | Out-String)
    }

    It 'shows a table at a glance and everything in a list' {
        $table = $pin, $cvk | Get-PcKey | Out-String -Width 100
        $table | Should -Match 'alias/pin +P0 PIN encryption +AES_128 +enabled'
        $table | Should -Match 'disabled'
        $list = Get-PcKey $pin | Format-List | Out-String -Width 150
        $list | Should -Match 'KeyArn +: arn:aws:payment-cryptography:'
        $list | Should -Match 'ModesOfUse +: B \(Encrypt, Decrypt, Wrap, Unwrap\)'
        $list | Should -Not -Match 'WillBeDeleted'
    }

    It 'completes aliases and ids with what the keys are' {
        $offered = (TabExpansion2 'Get-PcKey pi').CompletionMatches
        $offered.CompletionText | Should -Be 'alias/pin'
        $offered.ToolTip | Should -Match $pin.KeyCheckValue
    }
}

Describe 'The states of a key' {
    BeforeEach {
        Set-PcProvider -InMemory
        $script:key = New-PcKey P0 AES_128 -Alias alias/pin
    }

    It 'is disabled in a pipeline, and only said so with -WhatIf' {
        Get-PcKey -Usage TR31_P0* | Where-Object Enabled | Disable-PcKey -WhatIf
        (Get-PcKey $key).Enabled | Should -BeTrue
        Get-PcKey -Usage TR31_P0* | Where-Object Enabled | Disable-PcKey
        (Get-PcKey $key).Enabled | Should -BeFalse
        ($key | Enable-PcKey -PassThru).Enabled | Should -BeTrue
    }

    It 'is removed after a waiting period, and restored until then' {
        $removed = $key | Remove-PcKey -PendingWindowInDays 3 -Force -PassThru
        $removed.KeyState | Should -Be 'DELETE_PENDING'
        ($removed.DeletePendingTimestamp - $removed.UsageStopTimestamp).TotalDays | Should -Be 3
        ($key | Restore-PcKey -PassThru).KeyState | Should -Be 'CREATE_COMPLETE'
        $key | Remove-PcKey -PendingWindowInDays 3 -Confirm:$false
        Set-PcProvider -TimeOffset 3.00:00:01
        (Get-PcKey -State DELETE_COMPLETE).KeyId | Should -Be $key.KeyId
    }

    It 'refuses what the state does not allow' {
        { Restore-PcKey $key -ErrorAction Stop } | Should -Throw -ErrorId 'PcValidation,*'
        { Remove-PcKey $key -PendingWindowInDays 2 -Force -ErrorAction Stop } | Should -Throw -ErrorId 'PcMemberInvalid,*'
    }
}
