#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# What is on a card and in its chip at the prompt: validation values, cryptograms, scripts. Build first: the staged module is imported.

BeforeAll {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop
    Import-Module (Join-Path $PSScriptRoot DataPlane.psm1) -Force
    Set-PcProvider -InMemory
    $script:clear = '0123456789ABCDEFFEDCBA9876543210'
    $null = Import-ClearKey $clear C0 C -Alias alias/cvk
    $null = Import-ClearKey $clear E0 X -Alias alias/imk
    $null = Import-ClearKey FEDCBA98765432100123456789ABCDEF E2 X -Alias alias/smi
    $null = New-PcKey E1 TDES_2KEY -Alias alias/smc
    $null = New-PcKey E4 TDES_2KEY -Alias alias/dyn
    $null = New-PcKey P0 TDES_2KEY -Alias alias/pek
    # AWS user guide, "Generate auth request cryptogram": Visa CVN 10.
    $script:data = '00000000170000000000000008400080008000084016051700000000093800000B03011203000000'
    $script:card = @{ PrimaryAccountNumber = '9137631040001422'; PanSequenceNumber = '01' }
}

Describe 'A card value' {
    It 'is the one that the world knows' {
        # IBM's published CVV: PAN 4123456789012345, 8701, 101.
        (New-PcCardValidationData alias/cvk -Cvv -PrimaryAccountNumber 4123456789012345 -CardExpiryDate 8701 -ServiceCode 101).ValidationData | Should -Be '561'
        Test-PcCardValidationData alias/cvk -Cvv -PrimaryAccountNumber 4123456789012345 -CardExpiryDate 8701 -ServiceCode 101 -ValidationData 561 | Should -BeExactly $true
        Test-PcCardValidationData alias/cvk -Cvv -PrimaryAccountNumber 4123456789012345 -CardExpiryDate 8701 -ServiceCode 101 -ValidationData 562 | Should -BeExactly $false
    }

    It 'is a column for a file of cards, and each row is verified' {
        $file = Join-Path $TestDrive 'cards.csv'
        1..40 | ForEach-Object { [pscustomobject] @{ PrimaryAccountNumber = "41111111{0:d8}" -f $_; CardExpiryDate = '0129'; Name = "Card $_" } } | Export-Csv $file
        $made = Import-Csv $file | New-PcCardValidationData alias/cvk -Cvv2
        $made | Should -HaveCount 40
        $made[39].PrimaryAccountNumber | Should -Be '4111111100000040'
        @($made | Test-PcCardValidationData alias/cvk -Cvv2) | Should -Not -Contain $false
        @($made | Export-Csv $file; Import-Csv $file | Test-PcCardValidationData alias/cvk -Cvv2 -Detailed).IsValid | Should -Not -Contain $false
    }

    It 'reports the row that is wrong and goes on with the next' {
        $rows = '4111111111111111', '411', '5555555555554444' | ForEach-Object { [pscustomobject] @{ Pan = $_; Expiry = '0129' } }
        $made = $rows | New-PcCardValidationData alias/cvk -Cvv2 -ErrorVariable wrong -ErrorAction SilentlyContinue
        $made.PrimaryAccountNumber | Should -Be '4111111111111111', '5555555555554444'
        $wrong | Should -HaveCount 1
        $wrong[0].FullyQualifiedErrorId | Should -BeLike 'PcParameterInvalid,*'
    }

    It 'of the chip is a CVV with the service code 999' {
        $common = @{ PrimaryAccountNumber = '4123456789012345'; CardExpiryDate = '8701' }
        (New-PcCardValidationData alias/cvk -Icvv @common).ValidationData | Should -Be (New-PcCardValidationData alias/cvk -Cvv @common -ServiceCode 999).ValidationData
    }

    It 'is made by nobody with -WhatIf' {
        New-PcCardValidationData alias/cvk -Cvv2 -PrimaryAccountNumber 4111111111111111 -CardExpiryDate 0129 -WhatIf | Should -BeNullOrEmpty
    }

    It 'asks the provider for its key once, whatever comes through the pipeline' {
        $key = Get-PcKey alias/cvk
        $all = 1..20 | ForEach-Object { [pscustomobject] @{ Pan = '4111111111111111'; Expiry = '0129' } } | New-PcCardValidationData $key.KeyId -Cvv2 -Verbose 4>&1
        $calls = $all.Where{ $_ -is [System.Management.Automation.VerboseRecord] -and "$_" -like '*: provider*' }
        $calls.ForEach{ ("$_" -split ':')[0] } | Sort-Object -Unique | Should -Be 'GenerateCardValidationData'
        $calls | Should -HaveCount 20
    }
}

Describe 'A cryptogram' {
    It 'is the one of the service''s documentation' {
        $arqc = New-PcAuthRequestCryptogram alias/imk $data -Visa @card
        "$arqc" | Should -Be 'D791093C8A921769'
        Test-PcAuthRequestCryptogram alias/imk $data -Visa @card -AuthRequestCryptogram D791093C8A921769 | Should -BeExactly $true
        Test-PcAuthRequestCryptogram alias/imk $data -Visa @card -AuthRequestCryptogram D791093C8A921760 | Should -BeExactly $false
    }

    It 'is answered only to who reads the answer' {
        $arqc = New-PcAuthRequestCryptogram alias/imk $data -EmvCommon @card -ApplicationTransactionCounter 000B
        $told = $arqc | Test-PcAuthRequestCryptogram alias/imk -TransactionData $data -EmvCommon -AuthResponseCode 3030 -Detailed
        $told.IsValid | Should -BeTrue
        $told.AuthResponseValue | Should -Match '^[0-9A-F]{16}$'
        ($arqc | Test-PcAuthRequestCryptogram alias/imk -TransactionData $data -EmvCommon -CardStatusUpdate 00820000 -Detailed).AuthResponseValue | Should -Match '^[0-9A-F]{8}$'
        $wrong = Test-PcAuthRequestCryptogram alias/imk $data -EmvCommon @card -ApplicationTransactionCounter 000C -AuthRequestCryptogram $arqc -AuthResponseCode 3030 -Detailed
        $wrong.IsValid, $wrong.AuthResponseValue | Should -Be $false, $null
        { $arqc | Test-PcAuthRequestCryptogram alias/imk -TransactionData $data -EmvCommon -AuthResponseCode 3030 -ErrorAction Stop } | Should -Throw '*add -Detailed*' -ErrorId 'PcParameterMissing,*'
    }

    It 'of UnionPay is by option A, however long the card number is' {
        $long = @{ PrimaryAccountNumber = '6222222222222222220' }
        $arqc = New-PcAuthRequestCryptogram alias/imk $data -UnionPay @long -ApplicationTransactionCounter 000B
        $arqc | Test-PcAuthRequestCryptogram alias/imk -TransactionData $data -UnionPay -MajorKeyDerivation EMV_OPTION_A | Should -BeTrue
    }

    It 'is of a long card number by option B, unless said' {
        $long = @{ PrimaryAccountNumber = '50005000500050005' }
        $arqc = New-PcAuthRequestCryptogram alias/imk $data -EmvCommon @long -ApplicationTransactionCounter 000B
        $arqc | Test-PcAuthRequestCryptogram alias/imk -TransactionData $data -EmvCommon -MajorKeyDerivation EMV_OPTION_B | Should -BeTrue
        $arqc | Test-PcAuthRequestCryptogram alias/imk -TransactionData $data -EmvCommon -MajorKeyDerivation a | Should -BeFalse
    }
}

Describe 'A script' {
    It 'carries the new PIN under the card''s key, and a MAC' {
        $pin = New-PcPin (New-PcKey V2 TDES_2KEY) alias/pek -PrimaryAccountNumber $card.PrimaryAccountNumber
        $keys = @{ EncryptionKey = 'alias/pek'; IntegrityKey = 'alias/smi'; ConfidentialityKey = 'alias/smc' }
        $script = $pin | New-PcEmvPinChange @keys -Mastercard -ApplicationCryptogram D791093C8A921769 -Data 8424000210D791093C8A9217
        $script.EncryptedPinBlock | Should -Match '^[0-9A-F]{16,32}$'
        "$script" | Should -Be "$($script.EncryptedPinBlock)$($script.Mac)"
        $pin | New-PcEmvPinChange @keys -Mastercard -ApplicationCryptogram D791093C8A921769 -Data 8424000210D791093C8A9217 -WhatIf | Should -BeNullOrEmpty
        { $pin | New-PcEmvPinChange @keys -Mastercard -ApplicationCryptogram D791093C8A921769 -Data 84240002 -ErrorAction Stop } | Should -Throw '*-Data has 4 bytes*' -ErrorId 'PcParameterInvalid,*'
        { $pin | New-PcEmvPinChange @keys -Visa -CryptogramKey alias/imk -ApplicationTransactionCounter 000B -CurrentEncryptionKey alias/pek -Data 8424000210D791093C8A9217 -ErrorAction Stop } |
            Should -Throw '*-CurrentEncryptedPinBlock*' -ErrorId 'PcParameterMissing,*'
    }
}

Describe 'The vectors' {
    It 'of <_> hold' -ForEach 'dp_card.json', 'dp_cryptogram.json', 'dp_pin_change.json' {
        $vectors = Get-Vector $_
        if (-not $vectors) { Set-ItResult -Skipped -Because '../shared/dataplane is not there' }
        else { Test-VectorFile $vectors | Should -BeNullOrEmpty }
    }
}

Describe 'What is wrong' {
    It 'is said by its parameter: <Line>' -ForEach @(
        @{ Line = 'New-PcCardValidationData alias/cvk -Cvv2 -PrimaryAccountNumber 4111111111111111 -CardExpiryDate 129'; Says = '-CardExpiryDate has 3 digits*MMYY or YYMM*'; Id = 'PcParameterInvalid' }
        @{ Line = "New-PcCardValidationData alias/cvk -Cvv2 -PrimaryAccountNumber '' -CardExpiryDate 0129"; Says = '-PrimaryAccountNumber is empty*'; Id = 'PcParameterMissing' }
        @{ Line = 'New-PcCardValidationData alias/cvk -Cvv2 -PrimaryAccountNumber 4111111111111111 -CardExpiryDate 0129 -Length 6'; Says = '-Length is 6*3 to 5*'; Id = 'PcParameterInvalid' }
        @{ Line = 'New-PcCardValidationData alias/imk -Cvv2 -PrimaryAccountNumber 4111111111111111 -CardExpiryDate 0129'; Says = '*-Key*C0_CARD*'; Id = 'PcValidation' }
        @{ Line = 'New-PcCardValidationData alias/dyn -Cvc3 -PrimaryAccountNumber 4111111111111111 -PanSequenceNumber x -ApplicationTransactionCounter 0001 -UnpredictableNumber 00 -TrackData 00'; Says = '-PanSequenceNumber*'; Id = 'PcParameterInvalid' }
        @{ Line = 'Test-PcCardValidationData alias/cvk -Cvv2 -PrimaryAccountNumber 4111111111111111 -CardExpiryDate 0129 -ValidationData 12'; Says = '-ValidationData has 2 digits*'; Id = 'PcParameterInvalid' }
        @{ Line = 'New-PcCardValidationData (New-PcKey E6 TDES_2KEY) -Cavv -PrimaryAccountNumber 4111111111111111 -Un 00 -Psn 00 -Atc 01'; Says = '*does not compute -Cavv,*'; Id = 'PcValidation' }
        @{ Line = 'New-PcAuthRequestCryptogram alias/imk 0011 -Visa @card'; Says = '-TransactionData has 2 bytes; pad it*'; Id = 'PcValidation' }
        @{ Line = 'New-PcAuthRequestCryptogram alias/imk zz -Visa @card'; Says = '-TransactionData*no hex digit*'; Id = 'PcParameterInvalid' }
        @{ Line = 'New-PcAuthRequestCryptogram alias/imk $data -Mastercard @card -ApplicationTransactionCounter 1 -UnpredictableNumber 00000000'; Says = '-ApplicationTransactionCounter has 1*4*'; Id = 'PcParameterInvalid' }
        @{ Line = 'Test-PcAuthRequestCryptogram alias/imk $data -Visa @card -AuthRequestCryptogram D791093C'; Says = '-AuthRequestCryptogram has 8 hex digits*16*'; Id = 'PcParameterInvalid' }
        @{ Line = 'Test-PcAuthRequestCryptogram alias/imk $data -Visa @card -AuthRequestCryptogram D791093C8A921769 -AuthResponseCode 3030 -CardStatusUpdate 00820000 -Detailed'; Says = '*give one of them*'; Id = 'PcParameterConflict' }
    ) {
        $told = try { Invoke-Expression "$Line -ErrorAction Stop" } catch { $_ }
        $told.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        "$told" | Should -BeLike $Says
        "$told $($told.TargetObject)" | Should -Not -Match '4111111111111111|9137631040001422'
    }
}

Describe 'What is returned' {
    It 'is masked on the screen and whole in the property' {
        $value = New-PcCardValidationData alias/cvk -Cvv2 -PrimaryAccountNumber 4111111111111111 -CardExpiryDate 0129
        $arqc = New-PcAuthRequestCryptogram alias/imk $data -Visa @card
        foreach ($object in $value, $arqc) {
            $object.PrimaryAccountNumber | Should -Match '^\d{16}$'
            foreach ($text in ($object | Format-Table | Out-String), ($object | Format-List | Out-String)) { $text | Should -Not -Match '\d{16}(?![0-9A-F])' }
        }
        $value | Out-String | Should -Match '411111\*{6}1111'
        (Get-PcKey alias/cvk), $value, $arqc | Out-String | Should -Not -Match '4111111111111111|9137631040001422'
    }
}

Describe 'Completion' {
    It 'offers <Expected> after <Line>' -ForEach @(
        @{ Line = 'New-PcCardValidationData -Cvv2 -Key alias/'; Expected = , 'alias/cvk' }
        @{ Line = 'Test-PcCardValidationData -Cvc3 -Key alias/'; Expected = , 'alias/dyn' }
        @{ Line = 'Test-PcAuthRequestCryptogram alias/'; Expected = , 'alias/imk' }
        @{ Line = 'New-PcEmvPinChange -IntegrityKey alias/'; Expected = , 'alias/smi' }
        @{ Line = 'New-PcEmvPinChange -ConfidentialityKey alias/'; Expected = , 'alias/smc' }
        @{ Line = 'New-PcEmvPinChange -PinBlockFormat '; Expected = 'ISO_FORMAT_0', 'ISO_FORMAT_1', 'ISO_FORMAT_3' }
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
            New-PcCardValidationData alias/cvk -Cvv -PrimaryAccountNumber 4123456789012345 -CardExpiryDate 8701 -ServiceCode 101 | Test-PcCardValidationData alias/cvk -Cvv | Should -BeExactly $true
            (Test-PcAuthRequestCryptogram alias/imk $data -Visa @card -AuthRequestCryptogram D791093C8A921769 -AuthResponseCode 3030 -Detailed).IsValid | Should -BeTrue
            (Test-PcAuthRequestCryptogram alias/imk $data -Visa @card -AuthRequestCryptogram D791093C8A921760 -Detailed).Reason | Should -Be 'INVALID_AUTH_REQUEST_CRYPTOGRAM'
        }
        finally {
            Set-PcProvider -InputObject $former
            $endpoint | Stop-PcEndpoint
        }
    }
}
