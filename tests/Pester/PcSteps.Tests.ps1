#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# What the local engine does with a key, step by step, by values that others have published. Build first: the staged module is imported.

BeforeAll {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop
    Import-Module (Join-Path $PSScriptRoot DataPlane.psm1) -Force
    Set-PcProvider -InMemory
    $script:clear = '0123456789ABCDEFFEDCBA9876543210'
    'C0 C cvk', 'E0 X imk', 'M3 C mac', 'V2 C pvk', 'V1 C ibm', 'B0 X bdk' | ForEach-Object {
        $usage, $mode, $name = -split $_
        $null = Import-ClearKey $clear $usage $mode -Alias "alias/$name"
    }
    $null = Import-ClearKey 11223344556677889900AABBCCDDEEFF P0 B -Alias alias/pek
    $null = Import-ClearKey 2B7E151628AED2A6ABF7158809CF4F3C D0 B AES_128 -Alias alias/data
    $null = Import-ClearKey 2B7E151628AED2A6ABF7158809CF4F3C M6 C AES_128 -Alias alias/cmac
    $null = Import-ClearKey FEDCBA98765432100123456789ABCDEF E2 X -Alias alias/smi
    $null = Import-ClearKey FEDCBA98765432100123456789ABCDEF E1 X -Alias alias/smc
    $null = New-PcKey M6 AES_128 -Alias alias/kept
    $script:plain = '6BC1BEE22E409F96E93D7E117393172A'
    $script:arqc = @{
        Key = 'alias/imk'; PrimaryAccountNumber = '9137631040001422'; PanSequenceNumber = '01'
        TransactionData = '00000000170000000000000008400080008000084016051700000000093800000B03011203000000'
    }
    $script:pin = @{ PrimaryAccountNumber = '1122334455667788'; EncryptedPinBlock = '5C2751FD43DC5234' }
    $script:script = @{
        EncryptionKey = 'alias/pek'; IntegrityKey = 'alias/smi'; ConfidentialityKey = 'alias/smc'
        EncryptedPinBlock = '5C2751FD43DC5234'; PrimaryAccountNumber = '1122334455667788'; ApplicationCryptogram = 'D791093C8A921769'; Data = '8424000210D791093C8A9217'
    }
}

Describe 'The steps' {
    # NIST SP 800-38A and B, X9.19, X9.24-1, psec, IBM's CVV, the AWS user guide's cryptogram.
    It 'of <Line> end with <Result>' -ForEach @(
        @{ Line = 'Protect-PcData alias/data $plain -Mode ECB'; Result = '3AD77BB40D7A3660A89ECAF32466EF97' }
        @{ Line = 'Unprotect-PcData alias/data 3AD77BB40D7A3660A89ECAF32466EF97 -Mode ECB'; Result = '6BC1BEE22E409F96E93D7E117393172A' }
        @{ Line = 'Convert-PcData alias/data alias/data -Data 3AD77BB40D7A3660A89ECAF32466EF97 -IncomingMode ECB -OutgoingMode ECB'; Result = '3AD77BB40D7A3660A89ECAF32466EF97' }
        @{ Line = 'New-PcMac alias/cmac $plain'; Result = '070A16B46B4D4144F79BDD9DD04A287C' }
        @{ Line = "New-PcMac alias/mac 'Now is the time for all ' -Text"; Result = 'A1C72E74'; Longer = 'A1C72E74*' }
        @{ Line = 'Test-PcMac alias/cmac $plain -Mac 070A16B46B4D4144F79BDD9DD04A287C'; Result = 'True'; Longer = '070A16B46B4D4144F79BDD9DD04A287C' }
        @{ Line = 'Test-PcMac alias/cmac $plain -Mac 070A16B46B4D4144F79BDD9DD04A287D'; Result = 'False: INVALID_MAC'; Longer = '070A16B46B4D4144F79BDD9DD04A287C' }
        @{ Line = 'New-PcCardValidationData alias/cvk -Cvv -Pan 4123456789012345 -Expiry 8701 -ServiceCode 101'; Result = '561' }
        @{ Line = 'Test-PcCardValidationData alias/cvk -Cvv -Pan 4123456789012345 -Expiry 8701 -ServiceCode 101 -ValidationData 562'; Result = 'False: INVALID_VALIDATION_DATA'; Longer = '561' }
        @{ Line = 'New-PcAuthRequestCryptogram @arqc -Visa'; Result = 'D791093C8A921769' }
        @{ Line = 'Test-PcAuthRequestCryptogram @arqc -Visa -Arqc D791093C8A921769'; Result = 'True'; Longer = 'D791093C8A921769' }
        @{ Line = 'New-PcPin alias/pvk alias/pek @pin'; Result = '8523' }
        @{ Line = 'Test-PcPin alias/pvk alias/pek @pin -VerificationValue 8523'; Result = 'True'; Longer = '8523' }
        @{ Line = 'Convert-PcPinBlock alias/pek alias/pek @pin'; Result = '5C2751FD43DC5234' }
    ) {
        $steps = Invoke-Expression "$Line -ShowSteps -AsPlainText -ErrorAction Stop"
        $steps | Should -BeOfType ([PaymentCrypto.CalculationStep])
        $steps[-1].Output | Should -Be $Result
        $done = $steps.Where{ $_.Clause }
        $done[-1].Output | Should -BeLike ($Longer ?? $Result)
        $done.Step + $done.Input + $done.Output | Should -Not -Contain ''
        $steps.Number | Should -Be (1..$steps.Count)
        "$steps" | Should -Be (($steps | ForEach-Object { "$($_.Number) $($_.Step)" }) -join ' ')
    }

    It 'of a terminal''s block lead over its DUKPT key to the one of X9.24-1' {
        $block = Convert-PcPinBlock alias/bdk alias/bdk -EncryptedPinBlock 1B9C1845EB993A7A -PrimaryAccountNumber 4012345678909 -KeySerialNumber FFFF9876543210E00001 -OutgoingKeySerialNumber FFFF9876543210E00001 -ShowSteps -AsPlainText
        $block[-1].Output | Should -Be '1B9C1845EB993A7A'
        # Key and PIN of the standard's example.
        $block.Output | Should -Contain '6AC292FAA1315B4D858AB3A3D7D5933A'
        $block.Output | Should -Contain '1234'
    }

    It 'of a script end with what is in it' {
        $made = New-PcEmvPinChange @script -Mastercard
        $steps = New-PcEmvPinChange @script -Mastercard -ShowSteps
        $steps[-2, -1].Output | Should -Be $made.EncryptedPinBlock, $made.Mac
        $steps.Output | Should -Contain '(PIN, hidden)'
    }

    It 'have the answer to a cryptogram, which is otherwise read with -Detailed' {
        $answer = (Test-PcAuthRequestCryptogram @arqc -Visa -Arqc D791093C8A921769 -AuthResponseCode 3030 -Detailed).AuthResponseValue
        (Test-PcAuthRequestCryptogram @arqc -Visa -Arqc D791093C8A921769 -AuthResponseCode 3030 -ShowSteps)[-2].Output | Should -Be $answer
    }

    It 'are those of the calculator with the same key' {
        $engine = New-PcAuthRequestCryptogram @arqc -EmvCommon -ApplicationTransactionCounter 000B -ShowSteps -AsPlainText
        $card = $arqc.Clone()
        $card.Remove('Key')
        $calculator = Get-PcAuthRequestCryptogram $clear @card -ApplicationTransactionCounter 000B -SessionKeyDerivationMode EMV_COMMON_SESSION_KEY -ShowSteps -AsPlainText
        ($engine | Select-Object Step, Clause, Input, KeyCheckValue, Output | ConvertTo-Json) | Should -Be ($calculator | Select-Object Step, Clause, Input, KeyCheckValue, Output | ConvertTo-Json)
    }

    It 'are there up to where a block is refused' {
        $steps = Test-PcPin alias/pvk alias/pek -PrimaryAccountNumber 4111111111111111 -EncryptedPinBlock 5C2751FD43DC5234 -VerificationValue 8523 -ShowSteps -ErrorAction SilentlyContinue -ErrorVariable wrong
        $steps.Step | Should -Be 'Decrypt the block', 'XOR the PAN field'
        $wrong.FullyQualifiedErrorId | Should -BeLike 'PcValidation,*'
    }

    It 'come for each row' {
        $rows = '4111111111111111', '411', '5555555555554444' | ForEach-Object { [pscustomobject] @{ Pan = $_; Expiry = '0129' } }
        $steps = $rows | New-PcCardValidationData alias/cvk -Cvv2 -ShowSteps -ErrorAction SilentlyContinue
        $steps.Where{ $_.Number -eq 1 } | Should -HaveCount 2
    }
}

Describe 'What is secret' {
    It 'is in no stream nor form of the steps, unless asked for' {
        $all = @(
            New-PcPin alias/pvk alias/pek @pin -ShowSteps -Verbose -Debug *>&1
            Test-PcPin alias/ibm alias/pek @pin -PinValidationData 1122334455667788 -PinOffset 1234 -ShowSteps -Verbose -Debug *>&1
            Convert-PcPinBlock alias/pek alias/bdk @pin -OutgoingKeySerialNumber FFFF9876543210E00001 -ShowSteps *>&1
            New-PcEmvPinChange @script -Mastercard -ShowSteps *>&1
            Protect-PcData alias/data $plain -ShowSteps *>&1
            Convert-PcData alias/data alias/data -Data 3AD77BB40D7A3660A89ECAF32466EF97 -IncomingMode ECB -ShowSteps *>&1
        )
        $file = Join-Path $TestDrive 'steps.xml'
        $all | Export-Clixml $file
        $text = ($all | Format-List * | Out-String -Width 400) + (Get-Content -Raw $file)
        # The PIN 4524, the clear block of it, the card number, the data, the DUKPT key, and what IBM 3624 derives for the card.
        $text | Should -Not -Match '"4524"|: 4524|>4524<|04453[0-9A-F]|1122334455667788|6BC1BEE22E409F96E93D7E117393172A|6AC292FAA1315B4D858AB3A3D7D5933A'
        $text | Should -Match 'KCV [0-9A-F]{6}'
    }
}

Describe 'No steps' {
    It 'are shown: <Line>' -ForEach @(
        @{ Line = 'New-PcMac alias/kept 0102 -ShowSteps'; Says = '-Key *is not exportable*'; Id = 'PcStepsRefused' }
        @{ Line = 'Protect-PcData (New-PcKey D1 RSA_2048) 0102 -PaddingType PKCS1 -ShowSteps'; Says = '-Key *symmetric keys*'; Id = 'PcStepsRefused' }
        @{ Line = 'New-PcMac alias/cmac 0102 -AsPlainText'; Says = '*-ShowSteps*'; Id = 'PcParameterMissing' }
    ) {
        $told = try { Invoke-Expression "$Line -ErrorAction Stop" } catch { $_ }
        $told.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        "$told" | Should -BeLike $Says
        $told.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'are shown by AWS, which is told before anything is sent' {
        $told = try { New-PcMac alias/cmac 0102 -ShowSteps -Provider (Set-PcProvider Aws -EndpointUrl http://127.0.0.1:9 -Region us-east-1 -AccessKey 111122223333 -SecretKey x -PassThru) -ErrorAction Stop } catch { $_ } finally { Set-PcProvider -InMemory }
        $told.FullyQualifiedErrorId | Should -BeLike 'PcNotSupportedByProvider,*'
        $told.ErrorDetails.RecommendedAction | Should -BeLike '*-Provider Local*'
    }
}
