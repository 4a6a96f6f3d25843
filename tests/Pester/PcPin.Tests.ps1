#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# PINs at the prompt: made, verified and moved. Build first: the staged module is imported.

BeforeAll {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop
    Import-Module (Join-Path $PSScriptRoot DataPlane.psm1) -Force
    Set-PcProvider -InMemory
    $script:pan = '1122334455667788'
    $script:clear = '0123456789ABCDEFFEDCBA9876543210'
    $null = Import-ClearKey $clear V2 C -Alias alias/pvk
    $null = Import-ClearKey $clear V1 C -Alias alias/ibm
    $null = Import-ClearKey 11223344556677889900AABBCCDDEEFF P0 B -Alias alias/pek
    $null = Import-ClearKey $clear B0 X -Alias alias/bdk
    $null = New-PcKey P0 AES_128 -Alias alias/aes
    $script:pin = New-PcPin alias/pvk alias/pek -PrimaryAccountNumber $pan
}

Describe 'A PIN' {
    It 'has the PVV that the world knows' {
        # psec, test_generate_visa_pvv.
        $made = New-PcPin alias/pvk alias/pek -PrimaryAccountNumber $pan -EncryptedPinBlock 5C2751FD43DC5234
        $made.VerificationValue | Should -Be '8523'
        $made.EncryptedPinBlock | Should -Be '5C2751FD43DC5234'
        Test-PcPin alias/pvk alias/pek -PrimaryAccountNumber $pan -EncryptedPinBlock 5C2751FD43DC5234 -VerificationValue 8523 | Should -BeExactly $true
        Test-PcPin alias/pvk alias/pek -PrimaryAccountNumber $pan -EncryptedPinBlock 5C2751FD43DC5234 -VerificationValue 8524 | Should -BeExactly $false
    }

    It 'is verified by what it came with, in one line and through a file' {
        $pin | Test-PcPin alias/pvk alias/pek | Should -BeExactly $true
        $file = Join-Path $TestDrive 'pins.csv'
        $pan, '4111111111111111' | ForEach-Object { [pscustomobject] @{ Pan = $_ } } | New-PcPin alias/pvk alias/pek | Export-Csv $file
        Import-Csv $file | Test-PcPin alias/pvk alias/pek | Should -Be $true, $true
        (Import-Csv $file)[0].PrimaryAccountNumber | Should -Be $pan
    }

    It 'of IBM 3624 is natural, random, of an offset, or has one' {
        $common = @{ PrimaryAccountNumber = $pan; PinValidationData = $pan }
        $natural = New-PcPin alias/ibm alias/pek @common -Natural
        $natural.PinOffset | Should -Be '0000'
        $other = New-PcPin alias/ibm alias/pek @common -PinOffset 1234
        $other.PinOffset | Should -Be '1234'
        (New-PcPin alias/ibm alias/pek @common -EncryptedPinBlock $other).PinOffset | Should -Be '1234'
        $natural, $other, (New-PcPin alias/ibm alias/pek @common -PinLength 6) | Test-PcPin alias/ibm alias/pek -Ibm3624 | Should -Be $true, $true, $true
        Test-PcPin alias/ibm alias/pek @common -EncryptedPinBlock $other -PinOffset 1235 | Should -BeExactly $false
        { New-PcPin alias/ibm alias/pek @common -Natural -PinOffset 1234 -ErrorAction Stop } | Should -Throw -ErrorId 'PcParameterConflict,*'
    }

    It 'comes with the object that says how it was verified' {
        $told = $pin | Test-PcPin alias/pvk alias/pek -Detailed
        $told.IsValid, $told.KeyCheckValue, $told.EncryptionKeyCheckValue | Should -Be $true, '08D7B4', '5ED7EA'
        $wrong = $pin | Select-Object * | ForEach-Object { $_.VerificationValue = '{0:d4}' -f ((1 + $_.VerificationValue) % 10000); $_ } | Test-PcPin alias/pvk alias/pek -Detailed
        $wrong.IsValid, $wrong.Reason | Should -Be $false, 'INVALID_PIN'
    }

    It 'is made by nobody with -WhatIf' {
        New-PcPin alias/pvk alias/pek -PrimaryAccountNumber $pan -WhatIf | Should -BeNullOrEmpty
    }
}

Describe 'A PIN block' {
    It 'moves by DUKPT, AES and a key that comes with the call, and is the same PIN' {
        $terminal = $pin | Convert-PcPinBlock alias/pek alias/bdk -OutgoingKeySerialNumber FFFF9876543210E00001
        $terminal.KeySerialNumber | Should -Be 'FFFF9876543210E00001'
        $terminal | Select-Object *, @{ n = 'VerificationValue'; e = { $pin.VerificationValue } } | Test-PcPin alias/pvk alias/bdk | Should -BeExactly $true
        $zone = $terminal | Convert-PcPinBlock alias/bdk alias/aes -OutgoingPinBlockFormat iso4
        $zone.EncryptedPinBlock | Should -Match '^[0-9A-F]{32}$'
        $dynamic = New-DynamicKey $clear P0
        $back = $zone | Convert-PcPinBlock alias/aes $dynamic -OutgoingWrappingKey (Get-ProtectionKey)
        Test-PcPin alias/pvk $dynamic -WrappingKey (Get-ProtectionKey) -EncryptedPinBlock $back -PrimaryAccountNumber $pan -VerificationValue $pin.VerificationValue | Should -BeExactly $true
    }

    It 'is translated as X9.24 and the published vectors say' {
        # ANSI X9.24-1, the block of the first transaction, of the PIN 1234 and the PAN 4012345678909.
        $block = Convert-PcPinBlock alias/bdk alias/pek -EncryptedPinBlock 1B9C1845EB993A7A -PrimaryAccountNumber 4012345678909 -IncomingKeySerialNumber FFFF9876543210E00001
        (New-PcPin alias/ibm alias/pek -PrimaryAccountNumber 4012345678909 -PinValidationData 4012345678909 -EncryptedPinBlock $block).PinOffset | Should -Match '^\d{4}$'
        $again = $block | Convert-PcPinBlock alias/pek alias/bdk -OutgoingKeySerialNumber FFFF9876543210E00001
        $again.EncryptedPinBlock | Should -Be '1B9C1845EB993A7A'
    }

    It 'stays with its card' {
        { $pin | Convert-PcPinBlock alias/pek alias/pek -OutgoingPinBlockFormat 1 -ErrorAction Stop } | Should -Throw -ErrorId 'PcValidation,*'
        { Convert-PcPinBlock alias/pek alias/pek -EncryptedPinBlock $pin -ErrorAction Stop } | Should -Throw '*-PrimaryAccountNumber is needed*' -ErrorId 'PcParameterMissing,*'
    }
}

Describe 'A purchase' {
    It 'goes from the terminal to the issuer and back' {
        $said = & ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'examples', 'switch', 'purchase.ps1'))
        $said | Should -HaveCount 7
        $said[-1] | Should -BeLike 'Approved*'
        (Get-PcKeyAlias alias/pvk).AliasName | Should -Be 'alias/pvk'
        Get-PcKeyAlias alias/switch/* | Should -BeNullOrEmpty
    }
}

Describe 'An issuer' {
    It 'makes mailers and values for a file of cards, and changes a PIN' {
        $said = & ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'examples', 'issuer', 'day.ps1')) -Destination $TestDrive
        $said[-1] | Should -BeLike 'The PIN is changed*'
        # Who prints the mailers has no PVV, and who verifies has no block.
        (Import-Csv (Join-Path $TestDrive 'mailers.csv'))[0].psobject.Properties.Name | Should -Be 'PrimaryAccountNumber', 'PinBlockFormat', 'EncryptedPinBlock'
        (Import-Csv (Join-Path $TestDrive 'pvv.csv'))[0].psobject.Properties.Name | Should -Be 'PrimaryAccountNumber', 'PinVerificationKeyIndex', 'VerificationValue'
        Import-Csv (Join-Path $TestDrive 'cards.csv') | ForEach-Object { $_.Cvv, $_.Cvv2, $_.Icvv } | Should -Match '^\d{3}$'
        Get-PcKeyAlias alias/day/* | Should -BeNullOrEmpty
    }

    It 'moves from an HSM, and is told which PINs do not verify' {
        $script = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'examples', 'migrate', 'migrate-pins.ps1')
        $former = Get-PcProvider
        # psec's PVVs and offsets.
        (& $script)[-1] | Should -Be '7 of 7 PINs verify with the imported keys.'
        (Get-PcProvider).Path | Should -Be $former.Path
        $file = Join-Path $TestDrive 'wrong.csv'
        (Get-Content -Raw (Join-Path (Split-Path $script) 'pvv.csv')).Replace('8523', '8524') | Set-Content $file
        $said = & $script -Path $file
        $said[-2, -1] | Should -Be 'wrong.csv, line 2: INVALID_PIN', '6 of 7 PINs verify with the imported keys.'
        $LASTEXITCODE | Should -Be 1
    }
}

Describe 'The vectors' {
    It 'of <_> hold' -ForEach 'dp_pin.json', 'dp_pin_translate.json' {
        $vectors = Get-Vector $_
        if (-not $vectors) { Set-ItResult -Skipped -Because '../shared/dataplane is not there' }
        else { Test-VectorFile $vectors | Should -BeNullOrEmpty }
    }
}

Describe 'What is wrong' {
    It 'is said by its parameter: <Line>' -ForEach @(
        @{ Line = 'New-PcPin alias/pvk alias/pek -PrimaryAccountNumber 41111'; Says = '-PrimaryAccountNumber has 5 digits*12 to 19*'; Id = 'PcParameterInvalid' }
        @{ Line = 'New-PcPin alias/pvk alias/pek -PrimaryAccountNumber 4111111111111x11'; Says = '-PrimaryAccountNumber*character 14*'; Id = 'PcParameterInvalid' }
        @{ Line = 'New-PcPin alias/ibm alias/pek -PrimaryAccountNumber $pan'; Says = '*-Key*V2_VISA*'; Id = 'PcValidation' }
        @{ Line = 'New-PcPin alias/pvk alias/ibm -PrimaryAccountNumber $pan'; Says = '*-EncryptionKey*P0_PIN*'; Id = 'PcValidation' }
        @{ Line = 'New-PcPin alias/none alias/pek -PrimaryAccountNumber $pan'; Says = "*'alias/none' does not exist*"; Id = 'PcResourceNotFound' }
        @{ Line = "New-PcPin 'no key' alias/pek -PrimaryAccountNumber `$pan"; Says = "-Key 'no key' names no key*"; Id = 'PcMemberInvalid' }
        @{ Line = 'New-PcPin alias/pvk alias/pek -PrimaryAccountNumber $pan -PinBlockFormat ISO9'; Says = "-PinBlockFormat 'ISO9' is not one of ISO_FORMAT_0*"; Id = 'PcMemberInvalid' }
        @{ Line = 'New-PcPin alias/pvk alias/pek -PrimaryAccountNumber $pan -PinLength 3'; Says = '-PinLength is 3*4 to 12*'; Id = 'PcParameterInvalid' }
        @{ Line = 'New-PcPin alias/pvk alias/pek -PrimaryAccountNumber $pan -PinVerificationKeyIndex 7'; Says = '*0 to 6*'; Id = 'PcParameterInvalid' }
        @{ Line = "[pscustomobject] @{ Pan = `$pan; EncryptedPinBlock = '' } | New-PcPin alias/pvk alias/pek"; Says = '-EncryptedPinBlock is empty*'; Id = 'PcParameterMissing' }
        @{ Line = "Test-PcPin alias/pvk alias/pek -PrimaryAccountNumber `$pan -EncryptedPinBlock 00112233 -VerificationValue 1234"; Says = '-EncryptedPinBlock has 8 hex digits*'; Id = 'PcParameterInvalid' }
        @{ Line = 'Test-PcPin alias/pvk alias/pek -PrimaryAccountNumber $pan -EncryptedPinBlock 0011223344556677 -VerificationValue 12345'; Says = '-VerificationValue has 5 digits*'; Id = 'PcParameterInvalid' }
        @{ Line = 'Test-PcPin alias/pvk alias/bdk -PrimaryAccountNumber $pan -EncryptedPinBlock 0011223344556677 -VerificationValue 1234 -KeySerialNumber 1234'; Says = '-KeySerialNumber has 4*'; Id = 'PcParameterInvalid' }
        @{ Line = 'Test-PcPin alias/pvk alias/pek -PrimaryAccountNumber $pan -EncryptedPinBlock 0011223344556677 -VerificationValue 1234 -DukptDerivationType TDES_2KEY'; Says = '*-KeySerialNumber*'; Id = 'PcParameterMissing' }
        @{ Line = 'Test-PcPin alias/pvk alias/pek -PrimaryAccountNumber $pan -EncryptedPinBlock 0011223344556677 -VerificationValue 1234'; Says = 'Pin block provided is invalid*'; Id = 'PcValidation' }
        @{ Line = 'New-PcPin alias/pvk alias/aes -PrimaryAccountNumber $pan'; Says = '-PinBlockFormat ISO_FORMAT_0 does not go with *ISO_FORMAT_4.'; Id = 'PcValidation' }
        @{ Line = 'Convert-PcPinBlock alias/pek alias/aes -EncryptedPinBlock $pin -PrimaryAccountNumber $pan'; Says = '-OutgoingPinBlockFormat ISO_FORMAT_0 does not go with *'; Id = 'PcValidation' }
        @{ Line = 'Convert-PcPinBlock alias/pek alias/bdk -EncryptedPinBlock $pin -PrimaryAccountNumber $pan -OutgoingKeySerialNumber FFFF98765432100FFFFF'; Says = '-OutgoingKeySerialNumber: *'; Id = 'PcValidation' }
        @{ Line = 'New-PcPin alias/pvk (New-DynamicKey $clear P0) -PrimaryAccountNumber $pan'; Says = '*-WrappingKey*'; Id = 'PcParameterMissing' }
        @{ Line = 'Convert-PcPinBlock alias/pek alias/aes -EncryptedPinBlock $pin -PrimaryAccountNumber $pan -OutgoingPinBlockFormat ISO2'; Says = "-OutgoingPinBlockFormat 'ISO2' is not one of*AS2805_FORMAT_0*"; Id = 'PcParameterInvalid' }
    ) {
        $told = try { Invoke-Expression "$Line -ErrorAction Stop" } catch { $_ }
        $told.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        "$told" | Should -BeLike $Says
    }

    It 'comes with what to do about it' {
        $block = try { Test-PcPin alias/pvk alias/pek -PrimaryAccountNumber $pan -EncryptedPinBlock 0011223344556677 -VerificationValue 1234 -ErrorAction Stop } catch { $_ }
        $block.ErrorDetails.RecommendedAction | Should -BeLike '*key, card number and format*-ShowSteps*'
        $base = try { Convert-PcPinBlock alias/pek alias/bdk -EncryptedPinBlock $pin -PrimaryAccountNumber $pan -ErrorAction Stop } catch { $_ }
        $base.ErrorDetails.RecommendedAction | Should -BeLike '*(DUKPT)*with -OutgoingKeySerialNumber*'
    }

    It 'shows neither a card number nor a key that was put in the wrong place' -ForEach @(
        @{ Line = "New-PcPin alias/pvk alias/pek -PrimaryAccountNumber 411111111111111 5555555555554444" }
        @{ Line = "New-PcPin alias/pvk 5555555555554444 -PrimaryAccountNumber 411111111111111" }
        @{ Line = "New-PcPin 0123456789ABCDEFFEDCBA9876543210 alias/pek -PrimaryAccountNumber 411111111111111" }
        @{ Line = "New-PcPin alias/pvk alias/pek -PrimaryAccountNumber 5555555555554444x" }
        @{ Line = "New-PcPin alias/pvk alias/pek -PrimaryAccountNumber 411111111111111 -PinBlockFormat 5555555555554444" }
    ) {
        $told = try { Invoke-Expression "$Line -ErrorAction Stop" } catch { $_ }
        $told | Should -BeOfType ([System.Management.Automation.ErrorRecord])
        "$($told | Out-String)$($told.TargetObject)$($told.Exception | Out-String)".Replace($Line, '') | Should -Not -Match '5555555555554444|0123456789ABCDEF'
    }
}

Describe 'What is returned' {
    It 'has the card number whole in its property and masked on the screen' {
        $pin.PrimaryAccountNumber | Should -Be $pan
        foreach ($text in ($pin | Out-String), ($pin | Format-List | Out-String), ($pin | Convert-PcPinBlock alias/pek alias/bdk -OutgoingKeySerialNumber FFFF9876543210E00001 | Format-Table | Out-String)) {
            $text | Should -Match '112233\*{6}7788'
            $text | Should -Not -Match $pan
        }
    }

    It 'is masked in the middle of other output too' {
        $text = (Get-PcKey alias/pvk), $pin, ($pin | Convert-PcPinBlock alias/pek alias/bdk -OutgoingKeySerialNumber FFFF9876543210E00001), (New-PcPin alias/ibm alias/pek -PrimaryAccountNumber $pan -PinValidationData 1234) | Out-String
        [regex]::Matches($text, '112233\*{6}7788').Count | Should -Be 3
        $text | Should -Not -Match $pan
    }

    It 'never has the PIN or a key, in any stream or form' {
        $file = Join-Path $TestDrive 'pin.xml'
        # The PIN of this block is 4524 (psec); PVV and block have other digits.
        $made = New-PcPin alias/pvk alias/pek -PrimaryAccountNumber 4111111111111111 -EncryptedPinBlock (Convert-PcPinBlock alias/pek alias/pek -EncryptedPinBlock $pin -PrimaryAccountNumber $pan) -ErrorAction SilentlyContinue
        $made | Should -BeNullOrEmpty -Because 'a block of one card is none of another'
        $all = New-PcPin alias/pvk alias/pek -PrimaryAccountNumber $pan -EncryptedPinBlock 5C2751FD43DC5234 -Verbose -Debug *>&1
        $all | Export-Clixml $file
        $text = ($all | Out-String) + ($all.Where{ $_ -isnot [System.Management.Automation.InformationalRecord] } | ConvertTo-Json) + (Get-Content -Raw $file)
        $text | Should -Not -Match '\b4524\b|0123456789ABCDEFFEDCBA9876543210|11223344556677889900AABBCCDDEEFF'
        ($all.Where{ $_ -is [System.Management.Automation.InformationalRecord] } | Out-String) | Should -Not -Match "$pan|5C2751FD43DC5234|8523"
    }
}

Describe 'Completion' {
    It 'offers <Expected> after <Line>' -ForEach @(
        @{ Line = 'New-PcPin alias/'; Expected = 'alias/ibm', 'alias/pvk' }
        @{ Line = 'New-PcPin -PinValidationData 1 -Key alias/'; Expected = , 'alias/ibm' }
        @{ Line = 'New-PcPin alias/pvk alias/'; Expected = 'alias/aes', 'alias/pek' }
        @{ Line = 'Test-PcPin alias/pvk -KeySerialNumber 1 -EncryptionKey alias/'; Expected = , 'alias/bdk' }
        @{ Line = 'Convert-PcPinBlock alias/'; Expected = 'alias/aes', 'alias/bdk', 'alias/pek' }
        @{ Line = 'New-PcPin alias/pvk alias/aes -PinBlockFormat '; Expected = , 'ISO_FORMAT_4' }
        @{ Line = 'Convert-PcPinBlock alias/pek alias/aes -IncomingPinBlockFormat '; Expected = 'AS2805_FORMAT_0', 'ISO_FORMAT_0', 'ISO_FORMAT_1', 'ISO_FORMAT_3' }
        @{ Line = 'New-PcPin -PinBlockFormat '; Expected = 'ISO_FORMAT_0', 'ISO_FORMAT_1', 'ISO_FORMAT_3', 'ISO_FORMAT_4' }
    ) {
        (TabExpansion2 $Line).CompletionMatches.CompletionText | Sort-Object | Should -Be $Expected
    }
}

Describe 'Through the endpoint' {
    It 'the Aws provider answers the same, and names parameters too' {
        $keys = @{ }
        'pvk', 'pek', 'bdk' | ForEach-Object { $keys[$_] = (Get-PcKey "alias/$_").KeyArn }
        $endpoint = Start-PcEndpoint -PassThru
        $former = Get-PcProvider
        try {
            Set-PcProvider Aws -EndpointUrl $endpoint.Url -Region us-east-1 -AccessKey 111122223333 -SecretKey x
            $made = New-PcPin $keys.pvk alias/pek -PrimaryAccountNumber $pan
            $made | Test-PcPin alias/pvk $keys.pek | Should -BeExactly $true
            $moved = $made | Convert-PcPinBlock alias/pek alias/bdk -OutgoingKeySerialNumber FFFF9876543210E00002
            Test-PcPin alias/pvk alias/bdk -EncryptedPinBlock $moved -KeySerialNumber FFFF9876543210E00002 -PrimaryAccountNumber $pan -VerificationValue $made.VerificationValue | Should -BeExactly $true
            $wrong = Test-PcPin alias/pvk alias/pek -EncryptedPinBlock 5C2751FD43DC5234 -PrimaryAccountNumber $pan -VerificationValue 1111 -Detailed
            $wrong.IsValid, $wrong.Reason | Should -Be $false, 'INVALID_PIN'
            $told = try { New-PcPin alias/bdk alias/pek -PrimaryAccountNumber $pan -ErrorAction Stop } catch { $_ }
            "$told" | Should -BeLike '*-Key arn:*Request id*'
        }
        finally {
            Set-PcProvider -InputObject $former
            $endpoint | Stop-PcEndpoint
        }
    }
}
