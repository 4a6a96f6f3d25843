#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# The behaviour that a user sees, in a real pwsh. Build first: the staged module is imported.

BeforeAll {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, 'WarmStore.psm1'))
}

Describe 'Export-PcKey' {
    BeforeAll {
        Use-WarmStore
        $clear = New-PcKeyComponent AES_128 -Count 2 | Join-PcKeyComponent
        $script:kek = Get-PcImportParameters KEY_CRYPTOGRAM RSA_3072 | New-PcKeyCryptogram -Key $clear | Import-PcKey -Usage K0
    }

    It 'narrows the header' {
        $opened = New-PcKey C0 TDES_2KEY -Exportable | Export-PcKey -WrappingKeyIdentifier $kek -ModeOfUse V -Exportability N |
            ConvertFrom-PcTr31KeyBlock -ProtectionKey $clear
        $opened.ModeOfUse | Should -Be 'V'
        $opened.Exportability | Should -Be 'N'
    }

    It 'keeps a file that is there' {
        $file = Join-Path $TestDrive 'key.tr31'
        $key = New-PcKey P0 AES_128 -Exportable
        Export-PcKey $key -WrappingKeyIdentifier $kek -OutFile $file | Should -BeNullOrEmpty
        { Export-PcKey $key -WrappingKeyIdentifier $kek -OutFile $file } | Should -Throw -ErrorId 'PcOutFileExists,*'
        (Get-Content $file) | Should -Match '^D0'
    }

    It 'refuses a key that is not exportable' {
        { New-PcKey P0 AES_128 | Export-PcKey -WrappingKeyIdentifier $kek -ErrorAction Stop } | Should -Throw -ErrorId 'PcValidation,*'
    }
}

Describe 'The rehearsals' {
    It 'end with the same key on both sides: <_>' -ForEach @(Get-ChildItem ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'examples')) -Filter 'rehearse-*.ps1') {
        (& $_.FullName)[-1] | Should -Be 'The same key on both sides.'
    }
}
