# Tests of your own code against the local engine: real cryptography, no account, no network, nothing left behind.
#     Invoke-Pester examples/pester

BeforeAll {
    if (-not (Get-Module -Name PaymentCrypto)) {
        Import-Module ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'PaymentCrypto.psd1')) -ErrorAction Stop
    }
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, 'TerminalKeys.psm1')) -Force -ErrorAction Stop
}

Describe 'TerminalKeys' {
    BeforeEach {
        # An empty account for each test.
        Set-PcProvider Local -InMemory
    }

    It 'gives a terminal a key that its maker can open' {
        # The maker's key is known on both sides: here it comes in by RSA.
        $kek = New-PcKeyComponent TDES_3KEY -Count 2 | Join-PcKeyComponent -AdjustParity
        $maker = Get-PcImportParameters KEY_CRYPTOGRAM RSA_3072 | New-PcKeyCryptogram -Key $kek | Import-PcKey -Usage K0
        $null = New-PcKeyAlias -AliasName alias/maker/kek -KeyIdentifier $maker
        $null = New-PcKey B0 TDES_2KEY -Exportable -Alias alias/acquirer/bdk

        $opened = ConvertFrom-PcTr31KeyBlock -KeyBlock (Export-TerminalKey -KeySerialNumber FFFF9876543210E00000) -ProtectionKey $kek

        $opened.KeyUsage | Should -Be 'B1'
        $opened.KeyAlgorithm | Should -Be 'TDES_2KEY'
    }

    It 'says which key is missing' {
        { Export-TerminalKey -KeySerialNumber FFFF9876543210E00000 } | Should -Throw -ErrorId 'PcResourceNotFound*'
    }

    It 'moves the alias and lets the old key go' {
        $old = New-PcKey P0 AES_128 -Exportable -Alias alias/pin

        $new = Update-WorkingKey -Alias alias/pin

        (Get-PcKey alias/pin).KeyArn | Should -Be $new.KeyArn
        $new.KeyCheckValue | Should -Not -Be $old.KeyCheckValue
        (Get-PcKey $old).KeyState | Should -Be 'DELETE_PENDING'
    }

    It 'does nothing with -WhatIf' {
        $old = New-PcKey P0 AES_128 -Alias alias/pin

        Update-WorkingKey -Alias alias/pin -WhatIf

        (Get-PcKey alias/pin).KeyArn | Should -Be $old.KeyArn
    }

    It 'leaves the old key alone when there is no room for a new one' {
        Set-PcProvider Local -InMemory -KeyQuota 1
        $null = New-PcKey P0 AES_128 -Alias alias/pin

        { Update-WorkingKey -Alias alias/pin } | Should -Throw -ErrorId 'PcServiceQuotaExceeded*'
        (Get-PcKey alias/pin).KeyState | Should -Be 'CREATE_COMPLETE'
    }
}
