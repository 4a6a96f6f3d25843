#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# MACs and data at the prompt. Build first: the staged module is imported.

BeforeAll {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop
    Import-Module (Join-Path $PSScriptRoot DataPlane.psm1) -Force
    Set-PcProvider -InMemory
    $script:clear = '0123456789ABCDEFFEDCBA9876543210'
    $null = Import-ClearKey $clear M3 C -Alias alias/m3
    $null = Import-ClearKey 2B7E151628AED2A6ABF7158809CF4F3C M6 C AES_128 -Alias alias/cmac
    $null = Import-ClearKey 2B7E151628AED2A6ABF7158809CF4F3C D0 B AES_128 -Alias alias/data
    $null = Import-ClearKey $clear B0 X -Alias alias/bdk
    $null = New-PcKey M7 HMAC_SHA256 -Alias alias/hmac
    $null = New-PcKey E2 TDES_2KEY -Alias alias/smi
    $null = New-PcKey D0 TDES_2KEY -Alias alias/tdes
    $null = New-PcKey D1 RSA_2048 -Alias alias/rsa
    $null = New-PcKey K0 TDES_2KEY -Alias alias/kek
    # NIST SP 800-38A and SP 800-38B.
    $script:plain = '6BC1BEE22E409F96E93D7E117393172A'
    $script:mac = '070A16B46B4D4144F79BDD9DD04A287C'
}

Describe 'A MAC' {
    It 'is the one of the standard, of hex digits, bytes and text' {
        "$(New-PcMac alias/cmac $plain)" | Should -Be $mac
        $bytes = [System.Convert]::FromHexString($plain)
        "$(New-PcMac alias/cmac $bytes)" | Should -Be $mac
        "$(, $bytes | New-PcMac alias/cmac)" | Should -Be $mac
        # The published X9.19 example.
        "$(New-PcMac alias/m3 'Now is the time for all ' -Text)" | Should -Be 'A1C72E74'
        "$(New-PcMac alias/m3 4E6F77206973207468652074696D6520666F7220616C6C20)" | Should -Be 'A1C72E74'
        "$(New-PcMac alias/m3 ([System.Text.Encoding]::Unicode.GetBytes('N')))" | Should -Be "$(New-PcMac alias/m3 N -Encoding utf-16)"
    }

    It 'is true or false' {
        Test-PcMac alias/cmac $plain -Mac $mac | Should -BeExactly $true
        Test-PcMac alias/cmac $plain -Mac ($mac -replace 'C$', 'D') | Should -BeExactly $false
        (Test-PcMac alias/cmac $plain -Mac ($mac -replace 'C$', 'D') -Detailed).Reason | Should -Be 'INVALID_MAC'
        "Data,Mac`n$plain,$mac`n00,$mac" | ConvertFrom-Csv | Test-PcMac alias/cmac | Should -Be $true, $false
    }

    It 'keeps leading zeros of what is typed' {
        "$(New-PcMac alias/cmac 0001)" | Should -Be "$(New-PcMac alias/cmac '0001')"
        "$(New-PcMac alias/cmac 0001)" | Should -Not -Be "$(New-PcMac alias/cmac '01')"
    }

    It 'is by the algorithm that the key is for' {
        (New-PcMac alias/cmac 01).Algorithm, (New-PcMac alias/hmac 01).Algorithm, (New-PcMac alias/m3 01).Algorithm | Should -Be 'CMAC', 'HMAC', 'ISO9797_ALGORITHM3'
    }

    It 'is made by nobody with -WhatIf' {
        New-PcMac alias/cmac 01 -WhatIf | Should -BeNullOrEmpty
    }
}

Describe 'Data' {
    It 'is encrypted and decrypted as the standard says' {
        "$(Protect-PcData alias/data $plain -Mode ECB)" | Should -Be '3AD77BB40D7A3660A89ECAF32466EF97'
        (Unprotect-PcData alias/data 3AD77BB40D7A3660A89ECAF32466EF97 -Mode ECB).PlainText | Should -Be $plain
        (Protect-PcData alias/data 'sixteen letters!' -Text | Unprotect-PcData alias/data -Text).Text | Should -BeExactly 'sixteen letters!'
        { Unprotect-PcData alias/data 00112233445566778899AABBCCDDEEFF -Encoding us-ascii -ErrorAction Stop } | Should -Throw '*no text in us-ascii*' -ErrorId 'PcParameterInvalid,*'
    }

    It 'of a terminal brings its key serial number along' {
        $terminal = Protect-PcData alias/bdk 'Sixteen letters.' -Text -KeySerialNumber FFFF9876543210E00001
        ($terminal | Unprotect-PcData alias/bdk -Text).Text | Should -BeExactly 'Sixteen letters.'
        $kept = $terminal | Convert-PcData alias/bdk alias/data
        (Unprotect-PcData alias/data $kept -Text).Text | Should -BeExactly 'Sixteen letters.'
    }

    It 'goes under RSA keys, and keys that come with the call' {
        (Protect-PcData alias/rsa 'short' -Text -PaddingType OAEP_SHA256 | Unprotect-PcData alias/rsa -Text -PaddingType oaep_sha256).Text | Should -BeExactly 'short'
        $block = New-DynamicKey $clear D0
        $encrypted = Protect-PcData $block 0011223344556677 -WrappingKey (Get-ProtectionKey)
        ($encrypted | Unprotect-PcData $block -WrappingKey (Get-ProtectionKey)).PlainText | Should -Be '0011223344556677'
    }

    It 'goes under a key that two sides have agreed, wherever a key is taken' {
        $ours = New-PcKey K3 ECC_NIST_P256
        $theirs = New-PcKeyExchangeCertificate ECC_NIST_P256 KeyAgreement
        $agreement = @{
            PrivateKey = $ours; CertificateAuthority = Import-PcKey -RootCertificate $theirs.CertificateAuthority
            PublicKeyCertificate = $theirs; SharedInformation = '0011223344'; KeyAlgorithm = 'AES_128'
        }
        $encrypted = Protect-PcData $agreement $plain
        ($encrypted | Unprotect-PcData $agreement).PlainText | Should -Be $plain
        { Protect-PcData @{ PrivateKey = $ours; Secret = 1 } $plain -ErrorAction Stop } | Should -Throw "*'Secret' that is not known*" -ErrorId 'PcParameterInvalid,*'
        { Protect-PcData @{ PrivateKey = $ours } $plain -ErrorAction Stop } | Should -Throw '*needs the entry*' -ErrorId 'PcParameterMissing,*'
        { New-PcMac $agreement $plain -ErrorAction Stop } | Should -Throw '*key of the provider*' -ErrorId 'PcParameterInvalid,*'
    }
}

Describe 'A key encryption key' {
    It 'is validated between two hosts' {
        $theirs = New-PcAs2805KekValidation alias/kek -VariantMask variant_mask_82
        $ours = $theirs | New-PcAs2805KekValidation alias/kek -VariantMask VARIANT_MASK_82
        $ours.RandomKeySend | Should -Be $theirs.RandomKeySend
        $ours.RandomKeyReceive | Should -Be $theirs.RandomKeyReceive
        New-PcAs2805KekValidation alias/kek -VariantMask VARIANT_MASK_82 -WhatIf | Should -BeNullOrEmpty
        { New-PcAs2805KekValidation alias/kek -VariantMask VARIANT_MASK_82 -RandomKeySend 001122334455667788 -ErrorAction Stop } | Should -Throw '*16, 32 or 48*' -ErrorId 'PcParameterInvalid,*'
    }
}

Describe 'A key under an agreed key' {
    It 'is moved under a key of the provider, and used from there' {
        $ours = New-PcKey K3 ECC_NIST_P256
        $theirs = New-PcKeyExchangeCertificate ECC_NIST_P256 KeyAgreement
        $authority = Import-PcKey -RootCertificate $theirs.CertificateAuthority
        $agreed = $ours | Get-PcPublicKeyCertificate | New-PcEcdhKey -PrivateKey $theirs -Algorithm AES_128
        $key = New-PcKeyComponent TDES_2KEY | Join-PcKeyComponent
        $sent = New-PcTr31KeyBlock -ProtectionKey $agreed -Key $key -Usage D0 -Exportability E
        $moved = $sent | Convert-PcKeyMaterial -WrappingKeyIdentifier (Get-ProtectionKey) -PrivateKeyIdentifier $ours -CertificateAuthority $authority
        $moved.KeyCheckValue | Should -Be $key.KeyCheckValue
        (Protect-PcData $moved 0011223344556677 | Unprotect-PcData $moved).PlainText | Should -Be '0011223344556677'
    }
}

Describe 'The vectors' {
    It 'of <_> hold' -ForEach 'dp_mac.json', 'dp_data.json', 'dp_as2805.json' {
        $vectors = Get-Vector $_
        if (-not $vectors) { Set-ItResult -Skipped -Because '../shared/dataplane is not there' }
        else { Test-VectorFile $vectors | Should -BeNullOrEmpty }
    }
}

Describe 'What is wrong' {
    It 'is said by its parameter: <Line>' -ForEach @(
        @{ Line = "New-PcMac alias/cmac 'hello'"; Says = '*no hex digit*add -Text*'; Id = 'PcParameterInvalid' }
        @{ Line = 'New-PcMac alias/cmac 012'; Says = '-Data has 3 hex digits*even*'; Id = 'PcParameterInvalid' }
        @{ Line = "New-PcMac alias/cmac ''"; Says = '-Data is empty: give 1 to 4096 bytes*'; Id = 'PcParameterMissing' }
        @{ Line = "New-PcMac alias/cmac ('00' * 4097)"; Says = '-Data has 4097 bytes*4096*'; Id = 'PcParameterInvalid' }
        @{ Line = '[byte[]] (1, 2) | New-PcMac alias/cmac'; Says = '*comma before it*'; Id = 'PcParameterInvalid' }
        @{ Line = 'New-PcMac alias/bdk 0102'; Says = '*-KeySerialNumber*'; Id = 'PcParameterMissing' }
        @{ Line = 'New-PcMac alias/smi 0102'; Says = '*-SessionKeyDerivation*'; Id = 'PcParameterMissing' }
        @{ Line = 'New-PcMac alias/data 0102'; Says = '-Key has usage TR31_D0*M6*'; Id = 'PcParameterInvalid' }
        @{ Line = 'New-PcMac alias/bdk 0102 -KeySerialNumber FFFF9876543210E00001 -Algorithm ISO9797_ALGORITHM3'; Says = '-Data has 2 bytes*multiple of 8*'; Id = 'PcValidation' }
        @{ Line = 'New-PcMac alias/bdk 0102 -KeySerialNumber FFFF9876543210E00001 -Algorithm HMAC'; Says = '*not one of DUKPT*'; Id = 'PcParameterInvalid' }
        @{ Line = 'New-PcMac alias/smi 0102 -SessionKeyDerivation EmvCommon -PrimaryAccountNumber 4111111111111111'; Says = '-ApplicationCryptogram is needed*'; Id = 'PcParameterMissing' }
        @{ Line = 'New-PcMac alias/cmac 0102 -MacLength 17'; Says = '-MacLength 17*16 bytes*'; Id = 'PcValidation' }
        @{ Line = 'New-PcMac alias/cmac 0102 -MacLength 3'; Says = '-MacLength is 3*4 to 32*'; Id = 'PcParameterInvalid' }
        @{ Line = 'Test-PcMac alias/cmac 0102 -Mac 0102'; Says = '-Mac has 4 hex digits*'; Id = 'PcParameterInvalid' }
        @{ Line = 'Test-PcMac alias/m3 0102 -Mac 010203040506'; Says = '-Mac has 12 hex digits*'; Id = 'PcValidation' }
        @{ Line = "New-PcMac alias/cmac 'x' -Encoding nope"; Says = "-Encoding 'nope' is not known*"; Id = 'PcParameterInvalid' }
        @{ Line = 'Protect-PcData alias/data 0102'; Says = '-Data: The data has 2 bytes*multiple of 16*'; Id = 'PcValidation' }
        @{ Line = "Protect-PcData alias/tdes '0011223344556677' -Mode CFB128"; Says = '-Mode CFB128 needs an AES key*'; Id = 'PcValidation' }
        @{ Line = "Protect-PcData alias/bdk '0011223344556677' -KeySerialNumber FFFF9876543210E00001 -DukptDerivationType AES_128"; Says = '-DukptDerivationType AES_128 does not go with *'; Id = 'PcValidation' }
        @{ Line = 'Protect-PcData alias/data $plain -Mode XTS'; Says = "-Mode 'XTS' is not one of ECB*"; Id = 'PcMemberInvalid' }
        @{ Line = 'Protect-PcData alias/data $plain -InitializationVector 0011223344556677'; Says = '-InitializationVector has 16 hex digits*32*'; Id = 'PcValidation' }
        @{ Line = 'Protect-PcData alias/data $plain -Mode ECB -InitializationVector $plain'; Says = '*no mode ECB*'; Id = 'PcParameterConflict' }
        @{ Line = 'Convert-PcData alias/data alias/tdes -Data $plain -IncomingDukptKeyVariant REQUEST'; Says = '*-IncomingKeySerialNumber*'; Id = 'PcParameterMissing' }
        @{ Line = 'New-PcMac (New-DynamicKey $clear D0) 01'; Says = '-Key is a key block*Import-PcKey*'; Id = 'PcParameterInvalid' }
        @{ Line = "Protect-PcData (New-DynamicKey `$clear D0) 01"; Says = '*-WrappingKey*'; Id = 'PcParameterMissing' }
    ) {
        $told = try { Invoke-Expression "$Line -ErrorAction Stop" } catch { $_ }
        $told.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        "$told" | Should -BeLike $Says
    }

    It 'is no secret of the data in any stream' {
        $all = @(Protect-PcData alias/data $plain -Verbose -Debug *>&1) + @(try { Protect-PcData alias/data "$($plain)99" -ErrorAction Stop } catch { $_ })
        ($all.Where{ $_ -isnot [PaymentCrypto.EncryptedData] } | Out-String) | Should -Not -Match $plain
    }
}

Describe 'Completion' {
    It 'offers <Expected> after <Line>' -ForEach @(
        @{ Line = 'New-PcMac alias/'; Expected = 'alias/cmac', 'alias/hmac', 'alias/m3' }
        @{ Line = 'Test-PcMac -Algorithm CMAC -Key alias/'; Expected = , 'alias/cmac' }
        @{ Line = 'New-PcMac -KeySerialNumber 1 -Key alias/'; Expected = , 'alias/bdk' }
        @{ Line = 'New-PcMac -KeySerialNumber 1 -Algorithm '; Expected = 'CMAC', 'ISO9797_ALGORITHM1', 'ISO9797_ALGORITHM3' }
        @{ Line = 'Protect-PcData alias/'; Expected = 'alias/data', 'alias/tdes' }
        @{ Line = 'Protect-PcData -PaddingType OAEP_SHA256 -Key alias/'; Expected = , 'alias/rsa' }
        @{ Line = 'Convert-PcData -IncomingKeySerialNumber 1 -IncomingMode '; Expected = 'CBC', 'ECB' }
        @{ Line = 'New-PcAs2805KekValidation alias/'; Expected = , 'alias/kek' }
    ) {
        (TabExpansion2 $Line).CompletionMatches.CompletionText | Sort-Object | Should -Be $Expected
    }
}

Describe 'Through the endpoint' {
    It 'the Aws provider answers the same' {
        $endpoint = Start-PcEndpoint -PassThru
        $former = Get-PcProvider
        try {
            Set-PcProvider Aws -EndpointUrl $endpoint.Url -Region us-east-1 -AccessKey 111122223333 -SecretKey x
            "$(New-PcMac alias/cmac $plain)" | Should -Be $mac
            Test-PcMac alias/cmac $plain -Mac $mac | Should -BeExactly $true
            Test-PcMac alias/cmac 00 -Mac $mac | Should -BeExactly $false
            (Protect-PcData alias/data $plain | Convert-PcData alias/data alias/data | Unprotect-PcData alias/data).PlainText | Should -Be $plain
            $told = try { Protect-PcData alias/data 01 -ErrorAction Stop } catch { $_ }
            "$told" | Should -BeLike '-Data: *'
        }
        finally {
            Set-PcProvider -InputObject $former
            $endpoint | Stop-PcEndpoint
        }
    }
}
