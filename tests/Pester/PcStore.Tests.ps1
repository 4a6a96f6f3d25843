#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# The behaviour that a user sees, in a real pwsh. Build first: the staged module is imported.

BeforeAll {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop
}

Describe 'A store' {
    BeforeEach {
        $store = Join-Path $TestDrive ([guid]::NewGuid().ToString('N'))
        $script:file = Join-Path $TestDrive "$([guid]::NewGuid().ToString('N')).pcbackup"
        $script:secret = [System.Net.NetworkCredential]::new('', 'correct horse battery staple').SecurePassword
        Set-PcProvider -Path $store
        $null = New-PcKey P0 AES_128 -Exportable -Alias alias/pin -Tag @{ env = 'test' }
    }

    AfterEach {
        Set-PcProvider -InMemory
    }

    Context 'Test-PcStore' {
        It 'finds nothing wrong with a good store' {
            (Test-PcStore).Healthy | Should -BeTrue
            Test-PcStore -Quiet | Should -BeTrue
            (Test-PcStore).Findings | Should -BeNullOrEmpty
        }

        It 'tells what is wrong with a store that does not open' {
            (Test-PcStore -Path (Join-Path $TestDrive 'none')).Findings.Id | Should -Be 'PcStoreMissing'
            (Test-PcStore -Passphrase $secret).Findings.Id | Should -Be 'PcVaultPassphraseUnexpected'
        }
    }

    Context 'Backup-PcStore and Restore-PcStore' {
        It 'bring a store to another place' {
            Backup-PcStore $file -Passphrase $secret | Restore-PcStore -Path "$store-2" -Passphrase $secret | Out-Null
            Set-PcProvider -Path "$store-2" -Passphrase $secret
            (Get-PcKeyAlias).AliasName | Should -Be 'alias/pin'
        }

        It 'keep what is there unless forced' {
            Backup-PcStore $file | Out-Null
            { Backup-PcStore $file -ErrorAction Stop } | Should -Throw -ErrorId 'PcStoreBackupExists,*'
            { Restore-PcStore $file -ErrorAction Stop } | Should -Throw -ErrorId 'PcStoreExists,*'
            (Restore-PcStore $file -Force).Replaced | Should -BeTrue
            Get-PcKey | Should -HaveCount 1
        }

        It 'refuse an altered backup' {
            Backup-PcStore $file | Out-Null
            $bytes = [System.IO.File]::ReadAllBytes($file)
            $bytes[$bytes.Length / 2] = $bytes[$bytes.Length / 2] -bxor 1
            [System.IO.File]::WriteAllBytes($file, $bytes)
            { Restore-PcStore $file -Force -ErrorAction Stop } | Should -Throw -ErrorId 'PcStoreBackupInvalid,*'
            Get-PcKey | Should -HaveCount 1
        }
    }

    Context 'Inventories' {
        It 'are flat objects for Export-Csv' {
            $csv = Get-PcKeyInventory | ConvertTo-Csv | ConvertFrom-Csv
            $csv.Aliases | Should -Be 'alias/pin'
            $csv.Tags | Should -Be 'env=test'
        }

        It 'can be compared with what was' {
            $json = Join-Path $TestDrive "$([guid]::NewGuid().ToString('N')).json"
            Export-PcKeyInventory $json
            Compare-PcKeyInventory $json | Should -BeNullOrEmpty
            Disable-PcKey alias/pin
            (Compare-PcKeyInventory $json).Property | Should -Be 'State'
            (Get-Content $json -Raw | ConvertFrom-Json).Items[0].State | Should -Be 'enabled'
        }

        It 'become import blocks for Terraform' {
            $null = New-PcKey P0 AES_128 -Alias alias/1/pin
            $null = New-PcKey P0 AES_128 -Alias alias/1_pin
            $null = New-PcKey P0 AES_128 -Alias alias/going | Remove-PcKey -Confirm:$false
            $tf = Join-Path $TestDrive "$([guid]::NewGuid().ToString('N')).tf"
            Export-PcKeyInventory $tf
            $blocks = [regex]::Matches((Get-Content $tf -Raw), 'import \{\n  to = (\S+)\n  id = "(\S+)"\n\}')
            $blocks.ForEach{ $_.Groups[1].Value } | Sort-Object | Should -Be (@(
                    'aws_paymentcryptography_key.pin', 'aws_paymentcryptography_key_alias.pin'
                    'aws_paymentcryptography_key._1_pin', 'aws_paymentcryptography_key_alias._1_pin'
                    'aws_paymentcryptography_key._1_pin_2', 'aws_paymentcryptography_key_alias._1_pin_2'
                    'aws_paymentcryptography_key_alias.going'
                ) | Sort-Object)
            $keys = $blocks.Where{ $_.Groups[1].Value -like 'aws_paymentcryptography_key.*' }.ForEach{ $_.Groups[2].Value }
            $keys | Sort-Object | Should -Be ((Get-PcKey | Where-Object KeyState -eq CREATE_COMPLETE).KeyArn | Sort-Object)
            if (Get-Command terraform -ErrorAction Ignore) {
                # Without the provider at hand Terraform can say no more than that it reads the file.
                terraform fmt -check $tf 2>$null
                $LASTEXITCODE | Should -Be 0
            }
        }

        It 'make a page without script' {
            $html = Join-Path $TestDrive "$([guid]::NewGuid().ToString('N')).html"
            Export-PcKeyInventory $html
            Get-Content $html -Raw | Should -Not -Match '<script|https?://'
        }
    }
}
