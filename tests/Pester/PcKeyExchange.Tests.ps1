#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# What the doctor says at the prompt. Build first: the staged module is imported.

BeforeAll {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop
    Set-PcProvider Local -InMemory
    function Get-Secret([string]$hex) { [System.Net.NetworkCredential]::new('', $hex).SecurePassword }
    $script:given = New-PcKey K0 TDES_3KEY -Alias given-kek -Exportable
    $script:right = New-PcKey K0 TDES_3KEY -Alias right-kek -Exportable
    $script:pin = New-PcKey P0 TDES_2KEY -Exportable
    $script:block = ($pin | Export-PcKey -WrappingKeyIdentifier $right).KeyMaterial
    $script:kbpk = Get-Secret 'A1B2C3D4E5F60718293A4B5C6D7E8F90'
    $script:clear = (New-PcTr31KeyBlock $kbpk -ProtectionKeyAlgorithm AES_128 -Key (Get-Secret '404142434445464748494A4B4C4D4E4F') -Algorithm TDES_2KEY -Usage P0).WrappedKeyBlock
    $script:one = '2F3C1A7B9D5E60718293A4B5C6D7E8F9'
    $script:two = '8192A3B4C5D6E7F8091A2B3C4D5E6F70'
    function Get-Cause { process { $_ | Where-Object Outcome -eq 'Fail' | ForEach-Object Check } }
}

Describe 'Test-PcKeyExchange' {
    It 'finds the key of the store that opens a block, and names it' {
        $fail = Test-PcKeyExchange $block -WrappingKeyIdentifier alias/given-kek | Where-Object Outcome -eq 'Fail'
        $fail.Check | Should -Be 'ProtectionKeyOther'
        $fail.Expected | Should -BeLike "*$($right.KeyArn)*"
        $fail.Side | Should -Be 'Receiver'
        $fail.Clause | Should -Not -BeNullOrEmpty
        $fail.Action | Should -Not -BeNullOrEmpty
    }

    It 'fails nothing of what Import-PcKey takes' {
        $findings = Test-PcKeyExchange $block -WrappingKeyIdentifier $right -KeyCheckValue $pin.KeyCheckValue -Detailed
        $findings.Outcome | Should -Not -Contain 'Fail'
        ($findings | Where-Object Check -eq 'CheckValue').Outcome | Should -Be 'Pass'
        Test-PcKeyExchange $block -WrappingKeyIdentifier $right -Quiet | Should -BeTrue
        $pin | Export-PcKey -WrappingKeyIdentifier $right | Test-PcKeyExchange -Quiet | Should -BeTrue
    }

    It 'finds out how the sender derived a key by ECDH, and with which pair' {
        $ours = New-PcKey K3 ECC_NIST_P256 -DeriveKeyUsage K1 -Alias ours
        $second = New-PcKey K3 ECC_NIST_P256 -DeriveKeyUsage K1
        $partner = New-PcKeyExchangeCertificate ECC_NIST_P256 KeyAgreement
        function Get-Agreed($pair, [hashtable]$how) {
            $shared = @{ SharedInformation = 'AABBCCDD' } + $how
            $agreed = New-PcEcdhKey $partner (Get-PcPublicKeyCertificate $pair).KeyCertificate @shared
            (New-PcTr31KeyBlock $agreed -Key (Get-Secret '404142434445464748494A4B4C4D4E4F') -Algorithm TDES_2KEY -Usage P0).WrappedKeyBlock
        }
        $all = @{ PrivateKeyIdentifier = 'alias/ours'; PublicKeyCertificate = $partner.Certificate; CertificateAuthority = $partner.CertificateAuthority; SharedInformation = 'AABBCCDD' }
        Test-PcKeyExchange (Get-Agreed $ours @{}) @all -KeyCheckValue 8BAF47 -Detailed | ForEach-Object Outcome | Sort-Object -Unique | Should -Be 'Pass'
        $fail = Test-PcKeyExchange (Get-Agreed $ours @{ KeyDerivationFunction = 'ANSI_X963'; KeyDerivationHashAlgorithm = 'SHA_384'; Algorithm = 'AES_128' }) @all | Where-Object Outcome -eq 'Fail'
        $fail.Check | Should -Be 'AgreementDerivation'
        $fail.Found | Should -BeLike '*agreed on by ANSI_X963 with SHA_384 for AES_128*'
        $fail = Test-PcKeyExchange (Get-Agreed $second @{}) @all | Where-Object Outcome -eq 'Fail'
        $fail.Check | Should -Be 'AgreementKey'
        $fail.Found | Should -BeLike "*$($second.KeyArn)*"
        Test-PcKeyExchange (Get-Agreed $ours @{}) -PrivateKeyIdentifier $given -PublicKeyCertificate $partner.Certificate -SharedInformation AABBCCDD | Get-Cause | Should -Contain 'ServiceKey'
    }

    It 'tells a key that may not be used for it' {
        Disable-PcKey $given
        try { Test-PcKeyExchange $block -WrappingKeyIdentifier $given | Get-Cause | Should -Be 'ServiceKey', 'ProtectionKeyOther' }
        finally { Enable-PcKey $given }
        Test-PcKeyExchange $block -WrappingKeyIdentifier alias/none | Get-Cause | Should -Be 'ServiceKey'
    }

    It 'takes text, bytes, files, lines and several blocks' {
        $file = Join-Path $TestDrive 'block.txt'
        Set-Content $file $block
        Test-PcKeyExchange $file -Quiet | Should -BeTrue
        Get-Item $file | Test-PcKeyExchange -Quiet | Should -BeTrue
        Get-Content $file | Test-PcKeyExchange -Quiet | Should -BeTrue
        Get-Content $file -AsByteStream | Test-PcKeyExchange -Quiet | Should -BeTrue
        @($block, $clear | Test-PcKeyExchange -Quiet).Count | Should -Be 2
        Set-Content $file ($block -replace '(.{40})', "`$1`n")
        Test-PcKeyExchange $file | Get-Cause | Should -Be 'FormLineBreaks'
    }

    It 'says what is no key exchange' {
        Test-PcKeyExchange '' | Get-Cause | Should -Be 'FormEmpty'
        Test-PcKeyExchange $null | Get-Cause | Should -Be 'FormEmpty'
        '', ' ' | Test-PcKeyExchange | Get-Cause | Should -Be 'FormEmpty'
        'Dear partner,', 'the key is attached.' | Test-PcKeyExchange | Get-Cause | Should -Be 'FormUnknown'
        Test-PcKeyExchange './no/such/file.txt' | ForEach-Object Found | Should -BeLike '*file that is not there*'
        $file = Join-Path $TestDrive 'huge.bin'
        [IO.File]::WriteAllBytes($file, [byte[]]::new(3MB))
        Test-PcKeyExchange $file | Get-Cause | Should -Be 'FormTooLarge'
        { Test-PcKeyExchange (Get-Process -Id $PID) -ErrorAction Stop } | Should -Throw -ErrorId 'PcKeyInputForm*'
    }

    It 'takes a check value by another method for what it is' {
        $cmac = (Get-PcKeyCheckValue (Get-Secret '404142434445464748494A4B4C4D4E4F') -Algorithm TDES_2KEY -KeyCheckValueAlgorithm CMAC).KeyCheckValue
        $fail = Test-PcKeyExchange $clear -ProtectionKey $kbpk -KeyCheckValue $cmac | Where-Object Outcome -eq 'Fail'
        $fail.Check | Should -Be 'CheckValueMethod'
        $fail.Found | Should -BeLike '*CMAC*'
        $fail.Expected | Should -BeLike '8BAF47*'
    }

    It 'examines certificates, tokens and the errors of refused requests' {
        $authority = New-PcKeyExchangeCertificate ECC_NIST_P256 KeyAgreement
        Test-PcKeyExchange $authority.Certificate -CertificateAuthority $authority.CertificateAuthority -For Export -Quiet | Should -BeTrue
        Test-PcKeyExchange 'import-token-abcdefgh23456789' | Get-Cause | Should -Be 'ServiceToken'
        try { Import-PcKey ($block -replace '..$', 'ZZ') -WrappingKeyIdentifier $right -ErrorAction Stop } catch { $refused = $_ }
        $refused.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        Test-PcKeyExchange $refused | Get-Cause | Should -Be 'Tr31Payload'
    }

    It 'looks at components without showing them' {
        $swapped = $two.Substring(0, 30) + '07'
        $findings = Test-PcKeyExchange -Component (Get-Secret $one), (Get-Secret $swapped) -ComponentCheckValue '46091D', 'DA7DC1' -Algorithm TDES_2KEY -Detailed
        $findings | Get-Cause | Should -Be 'ComponentDigit'
        "$($findings.Found) $($findings | ConvertTo-Json)" | Should -Not -BeLike "*$($one.Substring(0, 12))*"
        { Test-PcKeyExchange -Component (Get-Secret $one) -ComponentCheckValue '46091D', 'DA7DC1' -ErrorAction Stop } | Should -Throw -ErrorId 'PcKeyInputConflict*'
    }

    It 'shows each finding in lines that can be read' {
        $text = Test-PcKeyExchange $block.ToLowerInvariant() | Out-String
        $text | Should -Match 'Fail    FormLetterCase \(Transport\)\s+The block is in lower case\.\s+-> '
    }
}

Describe 'A refusal of AWS' {
    It 'carries the first cause that the request itself shows' {
        $local = Get-PcProvider
        $endpoint = Start-PcEndpoint -PassThru
        try {
            Set-PcProvider Aws -EndpointUrl $endpoint.Url -Region us-east-1 -AccessKey 111122223333 -SecretKey x
            try { Import-PcKey $block.Substring(0, $block.Length - 10) -WrappingKeyIdentifier alias/right-kek -ErrorAction Stop } catch { $refused = $_ }
            $refused.FullyQualifiedErrorId | Should -BeLike 'PcValidation,*'
            $refused.ErrorDetails.RecommendedAction | Should -BeLike 'Tr31Length: *Copy the block again*'
            Test-PcKeyExchange $block -ProtectionKey $kbpk -ProtectionKeyAlgorithm TDES | Get-Cause | Should -Be 'Tr31Mac'
            $before = (Get-PcEndpoint).Requests
            $named = Test-PcKeyExchange $block -WrappingKeyIdentifier alias/right-kek | Where-Object Check -eq 'ServiceKey'
            $named.Outcome | Should -Be 'Unknown'
            $named.Found | Should -BeLike 'alias/right-kek was not looked up*'
            (Get-PcEndpoint).Requests | Should -Be $before
        }
        finally {
            Set-PcProvider -InputObject $local
            $endpoint | Stop-PcEndpoint
        }
    }
}

Describe 'Repair-PcKeyBlock' {
    It 'proves the one wrong character' {
        $repaired = Repair-PcKeyBlock $clear.Remove(5, 1).Insert(5, 'D') $kbpk -ProtectionKeyAlgorithm AES_128
        $repaired.Position, $repaired.Found, $repaired.Right, $repaired.Candidates | Should -Be 6, 'D', 'P', 1
        $repaired.WrappedKeyBlock | Should -BeExactly $clear
    }

    It 'leaves alone what is sound, and what it cannot prove' {
        Repair-PcKeyBlock $clear $kbpk -ProtectionKeyAlgorithm AES_128 -WarningVariable warned -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $warned | Should -BeLike '*the block is sound*'
    }
}

Describe 'Repair-PcKeyComponent' {
    It 'finds swapped digits by the paper, and gives what Join-PcKeyComponent takes' {
        $repaired = Repair-PcKeyComponent (Get-Secret ($two.Substring(0, 30) + '07')) DA7DC1 -Algorithm TDES_2KEY
        $repaired.Position, $repaired.OtherPosition, $repaired.Digit, $repaired.KeyCheckValue | Should -Be 31, 32, '7', 'DA7DC1'
        $repaired.PlainText | Should -BeNullOrEmpty
        (Join-PcKeyComponent -Component (Get-Secret $one), $repaired -Algorithm TDES_2KEY -WarningAction SilentlyContinue).KeyAlgorithm | Should -Be 'TDES_2KEY'
    }

    It 'tells every correction that fits and picks none' {
        $repaired = Repair-PcKeyComponent (Get-Secret ('2A' + $one.Substring(2))) '46091D' -Algorithm TDES_2KEY -WarningVariable warned -WarningAction SilentlyContinue
        $repaired.Digit | Sort-Object | Should -Be 'E', 'F'
        $repaired.Candidates | Should -Be 2, 2
        $warned | Should -BeLike '2 corrections*'
    }

    It 'takes no component as plain text, and no empty check value' {
        { Repair-PcKeyComponent $two DA7DC1 -Algorithm TDES_2KEY -ErrorAction Stop } | Should -Throw -ErrorId 'PcKeyInputForm*'
        { Repair-PcKeyComponent (Get-Secret $two) '' -Algorithm TDES_2KEY } | Should -Throw
    }
}
