#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# The behaviour that a user sees, in a real pwsh. Build first: the staged module is imported.

BeforeAll {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, 'WarmStore.psm1'))
}

Describe 'Import-PcKey' {
    BeforeAll {
        Use-WarmStore
        $kdh = New-PcKeyExchangeCertificate RSA_3072 Kdh
        $authority = Import-PcKey -RootCertificate $kdh.CertificateAuthority
        $clear = New-PcKeyComponent AES_128 -Count 2 | Join-PcKeyComponent
        $script:kek = Get-PcImportParameters TR34_KEY_BLOCK RSA_3072 |
            New-PcTr34KeyBlock -Key $clear -SigningKey $kdh -Usage K0 |
            Import-PcKey -CertificateAuthority $authority
    }

    It 'imports a TR-34 token with the check value of the sender' {
        $kek.KeyCheckValue | Should -Be $clear.KeyCheckValue
        $kek.KeyOrigin | Should -Be 'EXTERNAL'
    }

    It 'goes on after a damaged block' {
        $blocks = 1..3 | ForEach-Object { New-PcTr31KeyBlock $clear -Key (New-PcKeyComponent TDES_2KEY)[0] -Usage P0 }
        $blocks[1].WrappedKeyBlock = $blocks[1].WrappedKeyBlock -replace '.{4}$', '0000'
        $imported = $blocks | Import-PcKey -WrappingKeyIdentifier $kek -ErrorVariable failed -ErrorAction SilentlyContinue
        $imported.Count | Should -Be 2
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PcValidation,*'
    }

    It 'disables a key with another check value' {
        $block = New-PcTr31KeyBlock $clear -Key (New-PcKeyComponent AES_128)[0] -Usage D0
        { $block | Import-PcKey -WrappingKeyIdentifier $kek -KCV 000000 -ErrorAction Stop } | Should -Throw -ErrorId 'PcKeyCheckValueMismatch,*'
        (Get-PcKey -Usage D0).Enabled | Should -BeFalse
    }

    It 'imports nothing with -WhatIf' {
        $before = @(Get-PcKey -Summary).Count
        New-PcTr31KeyBlock $clear -Key (New-PcKeyComponent AES_128)[0] -Usage D0 | Import-PcKey -WrappingKeyIdentifier $kek -WhatIf
        @(Get-PcKey -Summary).Count | Should -Be $before
    }
}
