#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# The tools of the other party in a key exchange, in a real pwsh. Build first: the staged module is imported.

BeforeAll {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop
    $hex = '0123456789ABCDEFFEDCBA9876543210'
    $secure = [System.Net.NetworkCredential]::new('', $hex).SecurePassword
    $script:zmk = $secure | New-PcKeyComponent -Algorithm TDES | Join-PcKeyComponent
    $script:kdh = New-PcKeyExchangeCertificate RSA_2048 Kdh
    $script:krd = New-PcKeyExchangeCertificate RSA_2048 Krd
}

Describe 'A key' {
    It 'has the check value that the world knows' {
        ($zmk | Get-PcKeyCheckValue).KeyCheckValue | Should -Be '08D7B4'
    }

    It 'shows itself nowhere' {
        foreach ($text in ($zmk | Out-String), ($zmk | Format-List * | Out-String), ($zmk | ConvertTo-Json), ($zmk | ConvertTo-Csv | Out-String), "$zmk", ($zmk | Format-Custom | Out-String)) {
            $text | Should -Not -Match $hex
        }
        $file = Join-Path $TestDrive 'zmk.xml'
        $zmk | Export-Clixml $file
        Get-Content $file -Raw | Should -Not -Match $hex
        { New-PcTr31KeyBlock $zmk -Key (Import-Clixml $file) -Usage P0 -ErrorAction Stop } | Should -Throw -ErrorId 'PcKeyInputDeserialised*'
    }

    It 'survives components' {
        ($zmk | New-PcKeyComponent -Count 4 | Join-PcKeyComponent -KeyCheckValue '08D7B4').KeyCheckValue | Should -Be '08D7B4'
    }
}

Describe 'TR-34' {
    It 'goes from sender to receiver' {
        $token = $krd | New-PcTr34KeyBlock -Key $zmk -SigningKey $kdh -Usage K0
        $token.WrappedKeyBlock | Should -MatchExactly '^[0-9A-F]+$'
        ($token | ConvertFrom-PcTr34KeyBlock -PrivateKey $krd -CertificateAuthority $kdh.CertificateAuthority).KeyCheckValue | Should -Be '08D7B4'
        ($token | ConvertTo-Json -Depth 3) | Should -Not -Match $hex
    }

    It 'asks for the nonce of a two-pass token' {
        $token = $krd | New-PcTr34KeyBlock -Key $zmk -SigningKey $kdh -Usage K0
        { ConvertFrom-PcTr34KeyBlock $token.WrappedKeyBlock -PrivateKey $krd -SigningKeyCertificate $kdh -ErrorAction Stop } |
            Should -Throw -ErrorId 'PcKeyBlockTr34NonceUnexpected*'
    }
}

Describe 'TR-31' {
    It 'goes from sender to receiver' {
        $kbpk = New-PcKeyComponent AES_256 | Join-PcKeyComponent
        $block = $zmk | New-PcTr31KeyBlock $kbpk -Usage K0
        ($block | ConvertFrom-PcTr31KeyBlock).KeyUsage | Should -Be 'K0'
        ($block | ConvertFrom-PcTr31KeyBlock -ProtectionKey $kbpk -AsPlainText).Key.PlainText | Should -Be $hex
    }

    It 'names both sides when the version does not fit the protection key' {
        { $zmk | New-PcTr31KeyBlock $zmk -Usage P0 -Version D -ErrorAction Stop } | Should -Throw -ErrorId 'PcKeyBlockTr31ProtectionKeyMismatch*'
    }
}

Describe 'Key agreement' {
    It 'derives the same key on both sides' {
        $ours = New-PcKeyExchangeCertificate ECC_NIST_P256 KeyAgreement
        $theirs = New-PcKeyExchangeCertificate ECC_NIST_P256 KeyAgreement
        $sent = $theirs | New-PcEcdhKey -PrivateKey $ours -Algorithm AES_128
        $received = $ours | New-PcEcdhKey -PrivateKey $theirs -Algorithm AES_128 -SharedInformation $sent.SharedInformation
        $block = $zmk | New-PcTr31KeyBlock $sent -Usage K0
        ($block | ConvertFrom-PcTr31KeyBlock -ProtectionKey $received).KeyCheckValue | Should -Be '08D7B4'
        { $block | ConvertFrom-PcTr31KeyBlock -ProtectionKey ($ours | New-PcEcdhKey -PrivateKey $theirs -Algorithm AES_128) -ErrorAction Stop } |
            Should -Throw -ErrorId 'PcKeyBlockTr31Mac,*'
    }
}

Describe 'Files' {
    It 'are not written with -WhatIf, and private keys only encrypted' {
        $file = Join-Path $TestDrive 'kdh.pem'
        $passphrase = [System.Net.NetworkCredential]::new('', 'correct horse').SecurePassword
        $kdh | Export-PcKeyExchangeCertificate $file $passphrase -WhatIf
        Test-Path $file | Should -BeFalse
        $kdh | Export-PcKeyExchangeCertificate $file $passphrase
        Get-Content $file -Raw | Should -Match 'BEGIN ENCRYPTED PRIVATE KEY'
        { $krd | New-PcTr34KeyBlock -Key $zmk -SigningKey $file -Usage K0 -ErrorAction Stop } | Should -Throw -ErrorId 'PcKeyInputPassphraseMissing*'
    }
}
