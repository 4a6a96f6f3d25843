#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# The calculators of the other side, by values that others have published. Build first: the staged module is imported.

BeforeAll {
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')) -Force -ErrorAction Stop
    $script:vectors = [System.IO.Path]::Combine($PSScriptRoot, '..', 'vectors')
    $script:test = @{ AsPlainText = $true; ErrorAction = 'Stop' }

    function Set-Of([string] $name) { Get-Content -Raw (Join-Path $vectors $name) | ConvertFrom-Json }
    function Records-Of([string] $name, [string] $operation) { (Set-Of $name).records.Where{ $_.operation -eq $operation } }
    function Secret-Of([string] $text) { [System.Net.NetworkCredential]::new('', $text).SecurePassword }

    # Every record through a script; what comes out has to be what was published.
    function Differences-Of($records, [scriptblock] $script, [string] $member = 'output') {
        foreach ($record in $records) {
            $record.$member | Should -Not -BeNullOrEmpty
            try { $value = & $script $record.inputs $record } catch { $value = "$_" }
            if ("$value" -ne $record.$member) { "$($record.id) $($record.inputs | ConvertTo-Json -Compress): $value and not $($record.$member)" }
        }
    }
}

Describe 'DUKPT' {
    It 'derives the keys of X9.24-1, and what a terminal sends under them' {
        $set = Set-Of dukpt_tdes.json
        (Get-PcDukptKey $set.bdk $set.iksn -Usage InitialKey @test).PlainText | Should -Be $set.initial_key
        $wrong = foreach ($record in $set.records.Where{ $set.records.IndexOf($_) % 3 -eq 0 }) {
            $keys = Get-PcDukptKey $set.bdk $record.ksn @test | Group-Object Usage -AsHashTable
            $block = ConvertTo-PcPinBlock $set.bdk $set.pin -Pan $set.pan -Ksn $record.ksn @test
            $pin = ConvertFrom-PcPinBlock $set.bdk $block.PinBlock -Pan $set.pan -Ksn $record.ksn @test
            $macs = 'REQUEST', 'RESPONSE' | ForEach-Object { Get-PcMac $set.bdk -Data $set.mac_data -Text -Ksn $record.ksn -DukptKeyVariant $_ -Padding Method1 @test }
            $cmac = Get-PcMac $set.bdk -Data $set.mac_data -Text -Ksn $record.ksn -Algorithm CMAC @test
            $right = $keys.TransactionKey.PlainText -eq $record.transaction_key -and $block.PinBlock -eq $record.encrypted_pin_block -and $pin.PlainText -eq $set.pin `
                -and $macs[0].Value -eq $record.mac_request -and $macs[1].Value -eq $record.mac_response -and $cmac.Value -eq $record.cmac_request `
                -and $keys.Pin.KeyCheckValue -eq $block.KeyCheckValue
            if (-not $right) { $record.id }
        }
        $wrong | Should -BeNullOrEmpty
    }

    It 'derives the keys of X9.24-3, from the base key and from the initial key' {
        foreach ($group in (Set-Of dukpt_aes.json).groups) {
            $initial = Get-PcDukptKey $group.bdk $group.records[0].ksn -Usage InitialKey -ErrorAction Stop -AsPlainText
            $wrong = foreach ($record in $group.records) {
                $keys = Get-PcDukptKey $group.bdk $record.ksn -DukptDerivationType AES_128 @test | Group-Object Usage -AsHashTable
                $device = Get-PcDukptKey $initial $record.ksn -FromInitialKey -Usage Pin -DukptDerivationType AES_128 @test
                $right = $keys.TransactionKey.PlainText -eq $record.transaction_key -and $keys.Pin.PlainText -eq ($record.pin_key_aes128 ?? $keys.Pin.PlainText) -and $device.PlainText -eq $keys.Pin.PlainText `
                    -and $keys.MacRequest.PlainText -eq ($record.cmac_aes128_key ?? $keys.MacRequest.PlainText) -and $keys.DataRequest.PlainText -eq ($record.data_aes128_key ?? $keys.DataRequest.PlainText)
                if ($record.encrypted_pin_block) {
                    $pin = ConvertFrom-PcPinBlock $group.bdk $record.encrypted_pin_block -Format ISO_FORMAT_4 -Pan $group.pan -Ksn $record.ksn @test
                    $right = $right -and $pin.PlainText -eq $group.pin
                }
                if (-not $right) { $record.ksn }
            }
            $wrong | Should -BeNullOrEmpty
        }
    }

    It 'tells the next key serial number, and when there is none' {
        (Get-PcDukptKey 0123456789ABCDEFFEDCBA9876543210 FFFF9876543210E007FE -Usage InitialKey @test).NextKeySerialNumber | Should -Be FFFF9876543210E00800
        (Get-PcDukptKey 0123456789ABCDEFFEDCBA9876543210 FFFF9876543210FFF800 -Usage Pin @test).NextKeySerialNumber | Should -BeNullOrEmpty
    }
}

Describe 'PIN blocks' {
    It 'of psec and X9.24-3 are made and opened' {
        $operations = [ordered]@{
            'pinblock.encode_pinblock_iso_0'            = { param($in) ConvertTo-PcPinBlock -Clear -Pin $in.pin -Pan $in.pan @test }
            'pinblock.encode_pinblock_iso_2'            = { param($in) ConvertTo-PcPinBlock -Clear -Pin $in.pin -Format ISO_FORMAT_2 @test }
            'pinblock.decode_pinblock_iso_0'            = { param($in) (ConvertFrom-PcPinBlock -Clear -PinBlock $in.pinblock -Pan $in.pan @test).PlainText }
            'pinblock.decode_pinblock_iso_2'            = { param($in) (ConvertFrom-PcPinBlock -Clear -PinBlock $in.pinblock -Format 2 @test).PlainText }
            'pinblock.decode_pinblock_iso_3'            = { param($in) (ConvertFrom-PcPinBlock -Clear -PinBlock $in.pinblock -Pan $in.pan -Format ISO3 @test).PlainText }
            'pinblock.decipher_pinblock_iso_4'          = { param($in) (ConvertFrom-PcPinBlock $in.key $in.pin_block -Pan $in.pan -Format ISO_FORMAT_4 @test).PlainText }
            'iso4 decipher'                             = { param($in) (ConvertFrom-PcPinBlock $in.key $in.pin_block -Pan $in.pan -Format ISO-4 @test).PlainText }
        }
        foreach ($operation in $operations.Keys) {
            # A card number of ISO/IEC 7812 has 12 digits at least.
            Differences-Of (Records-Of pinblocks.json $operation).Where{ -not $_.inputs.pan -or $_.inputs.pan.Length -ge 12 } $operations[$operation] | Should -BeNullOrEmpty
        }
    }

    It 'of format <_> come back, under a key and with a PIN of each length' -ForEach 0, 1, 2, 3, 4 {
        $key = if ($_ -eq 4) { '00112233445566778899AABBCCDDEEFF' } else { '11223344556677889900AABBCCDDEEFF' }
        foreach ($pin in '1234', '012345', '123456789012') {
            $block = ConvertTo-PcPinBlock (Secret-Of $key) (Secret-Of $pin) -Format "ISO_FORMAT_$_" -Pan 4111111111111111 -ErrorAction Stop
            (ConvertFrom-PcPinBlock (Secret-Of $key) $block.PinBlock -Format $block.PinBlockFormat -Pan 4111111111111111 @test).PlainText | Should -Be $pin
        }
    }

    It 'go from one side to the other by the pipeline' {
        $block = ConvertTo-PcPinBlock 11223344556677889900AABBCCDDEEFF 1234 -Pan 4111111111111111 @test
        ($block | ConvertFrom-PcPinBlock 11223344556677889900AABBCCDDEEFF @test).PlainText | Should -Be 1234
        $pin = $block | ConvertFrom-PcPinBlock (Secret-Of 11223344556677889900AABBCCDDEEFF)
        (ConvertTo-PcPinBlock (Secret-Of 11223344556677889900AABBCCDDEEFF) $pin.ToSecureString() -Pan 4111111111111111).PinBlock | Should -Be $block.PinBlock
    }
}

Describe 'Values of PINs' {
    It 'of psec and jPOS are reproduced' {
        Differences-Of (Records-Of pin_ibm3624_pvv.json pin.generate_visa_pvv) { param($in) Get-PcPinVerificationValue $in.pvk $in.pan -Pin $in.pin -KeyIndex $in.pvki @test } | Should -BeNullOrEmpty
        Differences-Of (Records-Of card_jpos.json visa_pvv) { param($in) Get-PcPinVerificationValue $in.pvk $in.pan -Pin $in.pin -KeyIndex $in.pvki @test } | Should -BeNullOrEmpty
        Differences-Of (Records-Of pin_ibm3624_pvv.json pin.generate_ibm3624_offset) {
            param($in)
            $data = $in.pan.Substring($in.pan_verify_offset, $in.pan_verify_length)
            Get-PcPinOffset $in.pvk $data -Pin $in.pin -DecimalizationTable $in.conversion_table -PadCharacter $in.pan_pad @test
        } | Should -BeNullOrEmpty
    }
}

Describe 'Card values' {
    It 'of psec, pyemv and jPOS are reproduced' {
        Differences-Of (Records-Of cvv_cvc3.json cvv.generate_cvv) { param($in) Get-PcCardValidationValue $in.cvk $in.pan -Expiry $in.expiry -ServiceCode $in.service_code @test } | Should -BeNullOrEmpty
        Differences-Of (Records-Of card_jpos.json cvv) { param($in) Get-PcCardValidationValue $in.cvk $in.pan -Expiry $in.expiry -ServiceCode $in.service_code @test } | Should -BeNullOrEmpty
        Differences-Of (Records-Of cvv_cvc3.json cvv.generate_cvc3) {
            param($in, $record)
            $track = $in.track_template + ('F' * ($in.track_template.Length % 2))
            Get-PcCardValidationValue $in.icc_cvc3 4111111111111111 -Cvc3 -FromCardKey -TrackData $track -UnpredictableNumber $in.un -Atc $in.atc -Length $record.output.Length @test
        } | Should -BeNullOrEmpty
        Differences-Of (Records-Of card_jpos.json 'cavv(cvv algorithm)') {
            param($in) Get-PcCardValidationValue $in.cvk $in.pan -Cavv -UnpredictableNumber $in.unpredictable_number -AuthenticationResult ($in.auth_result_code + $in.second_factor_auth_result) @test
        } | Should -BeNullOrEmpty
        Differences-Of (Records-Of card_jpos.json visa_dcvv).Where{ $_.inputs.pan.Length -ge 16 -and $_.inputs.mk_derivation -eq 'A' } {
            param($in) Get-PcCardValidationValue $in.imk $in.pan -Dcvv -Psn $in.psn -Expiry $in.expiry -ServiceCode $in.service_code -Atc $in.atc @test
        } | Should -BeNullOrEmpty
    }

    # Published outputs of an established tool (docs/explanation/fidelity.md).
    It 'of American Express are three codes' -ForEach @(
        @{ Version = 'AmexCsc1'; Length = 5; Value = '61247' }, @{ Version = 'AmexCsc1'; Length = 4; Value = '8720' }, @{ Version = 'AmexCsc1'; Length = 3; Value = '552' }
        @{ Version = 'AmexCsc2'; Length = 5; Value = '21334' }, @{ Version = 'AmexCsc2'; Length = 4; Value = '5068' }, @{ Version = 'AmexCsc2'; Length = 3; Value = '221' }
    ) {
        $kind = @{ $Version = $true }
        if ($Version -eq 'AmexCsc2') { $kind.ServiceCode = '702' }
        (Get-PcCardValidationValue 0123456789ABCDEFFEDCBA9876543210 371234567890123 -Expiry 9912 -Length $Length @kind @test).Value | Should -Be $Value
    }

    It 'make a column of a file of cards' {
        $cards = "Pan,Expiry,ServiceCode`n4123456789012345,8701,101`n4999988887777000,9105,111" | ConvertFrom-Csv
        $values = $cards | Get-PcCardValidationValue (Secret-Of 0123456789ABCDEFFEDCBA9876543210)
        $values.Count | Should -Be 2
        $values[0].Value | Should -Be 561
        $values.PrimaryAccountNumber | Should -Be $cards.Pan
    }
}

Describe 'EMV' {
    It 'keys and cryptograms of pyemv and jPOS are reproduced' {
        $operations = [ordered]@{
            'kd.derive_icc_mk_a'         = { param($in) (Get-PcEmvKey $in.iss_mk $in.pan -Psn ($in.psn ?? '00') @test).PlainText }
            'kd.derive_icc_mk_b'         = { param($in) (Get-PcEmvKey $in.iss_mk $in.pan -Psn ($in.psn ?? '00') -MajorKeyDerivationMode EMV_OPTION_B @test).PlainText }
            'kd.derive_visa_sm_sk'       = { param($in) (Get-PcEmvKey $in.icc_mk -FromCardKey -SessionKeyDerivationMode VISA -ForScript -Atc $in.atc @test).PlainText }
            'kd.derive_common_sk'        = { param($in) (Get-PcEmvKey $in.icc_mk -FromCardKey -SessionKeyDerivationMode EMV_COMMON_SESSION_KEY -ForScript -ApplicationCryptogram $in.r @test).PlainText }
            'kd.derive_emv2000_tree_sk'  = { param($in) (Get-PcEmvKey $in.icc_mk -FromCardKey -SessionKeyDerivationMode EMV2000 -Atc $in.atc @test).PlainText }
            'ac.generate_arpc_1'         = { param($in) Get-PcAuthResponseCryptogram $in.sk_ac -FromCardKey -SessionKeyDerivationMode VISA -Arqc $in.arqc -AuthResponseCode $in.arpc_rc @test }
            'ac.generate_ac'             = {
                param($in)
                $padding = if ($in.padding_type -eq 'PaddingType.VISA') { 'Method1' } else { 'Method2' }
                $value = (Get-PcAuthRequestCryptogram $in.sk_ac -FromCardKey -SessionKeyDerivationMode VISA -TransactionData $in.data -Padding $padding @test).Value
                if ($in.length) { $value.Substring(0, 2 * $in.length) } else { $value }
            }
            'sm.generate_command_mac'    = { param($in) Get-PcMac $in.sk_smi $in.command -Padding Method2 -MacLength ($in.length ?? 8) @test }
        }
        foreach ($operation in $operations.Keys) {
            # Keys of other trees, and R of other lengths, are none that the service has.
            $records = (Records-Of emv_pyemv.json $operation).Where{
                (-not $_.inputs.height -or ($_.inputs.height -eq 8 -and $_.inputs.branch_factor -eq 4 -and $_.inputs.iv -eq '0' * 32)) -and (-not $_.inputs.r -or $_.inputs.r.Length -eq 16) `
                    -and ($operation -notlike 'kd.derive_icc_mk*' -or $_.inputs.pan.Length -ge 12) -and ($null -eq $_.inputs.data -or $_.inputs.data.Length -gt 0)
            }
            $records | Should -Not -BeNullOrEmpty -Because $operation
            Differences-Of $records $operations[$operation] | Should -BeNullOrEmpty -Because $operation
        }
    }

    It 'ARPC by method 2 takes proprietary data or none' {
        Differences-Of (Records-Of emv_pyemv.json ac.generate_arpc_2) {
            param($in)
            $more = if ($in.prop_auth_data) { @{ ProprietaryAuthenticationData = $in.prop_auth_data } } else { @{} }
            Get-PcAuthResponseCryptogram $in.sk_ac -FromCardKey -SessionKeyDerivationMode VISA -Arqc $in.arqc -CardStatusUpdate $in.csu @more @test
        } | Should -BeNullOrEmpty
    }

    It 'ARQC of jPOS and of the user guide of AWS come out' {
        $mode = @{ VSDC = 'VISA'; EMV_CSKD = 'EMV_COMMON_SESSION_KEY'; MCHIP = 'MASTERCARD_SESSION_KEY' }
        $records = (Records-Of card_jpos.json application_cryptogram).Where{ $mode[$_.inputs.sk_derivation] -and $_.inputs.mk_derivation -eq 'A' }
        $records | Should -Not -BeNullOrEmpty
        Differences-Of $records {
            param($in)
            $padding = if ($in.padding -eq 'zero') { 'Method1' } else { 'Method2' }
            $un = if ($in.un) { @{ UnpredictableNumber = $in.un } } else { @{} }
            Get-PcAuthRequestCryptogram $in.imk_ac $in.pan -Psn $in.psn -Atc $in.atc -TransactionData $in.data -Padding $padding -SessionKeyDerivationMode $mode[$in.sk_derivation] @un @test
        } | Should -BeNullOrEmpty
        $guide = @{ TransactionData = '00000000170000000000000008400080008000084016051700000000093800000B03011203000000'; SessionKeyDerivationMode = 'VISA' }
        (Get-PcAuthRequestCryptogram 0123456789ABCDEFFEDCBA9876543210 9137631040001422 -Psn 01 @guide @test).Value | Should -Be D791093C8A921769
    }
}

Describe 'A wrong ARQC' {
    BeforeAll {
        $script:right = @{
            Key = '0123456789ABCDEFFEDCBA9876543210'; PrimaryAccountNumber = '9137631040001422'; PanSequenceNumber = '01'; ApplicationTransactionCounter = '001C'; SessionKeyDerivationMode = 'EMV_COMMON_SESSION_KEY'
            TransactionData = '00000000170000000000000008400080008000084016051700000000093800000B030112030000'; Padding = 'Method2'; AsPlainText = $true; ErrorAction = 'Stop'
        }
        $script:arqc = (Get-PcAuthRequestCryptogram @right).Value
    }

    It 'is known by what was wrong: <Parameter> <Wrong>' -ForEach @(
        @{ Parameter = 'PanSequenceNumber'; Wrong = '00'; Instead = '01' }
        @{ Parameter = 'Padding'; Wrong = 'Method1'; Instead = 'Method2' }
        @{ Parameter = 'SessionKeyDerivationMode'; Wrong = 'EMV2000'; Instead = 'EMV_COMMON_SESSION_KEY' }
        @{ Parameter = 'ApplicationTransactionCounter'; Wrong = '001B'; Instead = '001C' }
        @{ Parameter = 'ApplicationTransactionCounter'; Wrong = '1C00'; Instead = '001C' }
        @{ Parameter = 'ApplicationTransactionCounter'; Wrong = '0028'; Instead = '001C' }
    ) {
        $given = $right.Clone()
        $given[$Parameter] = $Wrong
        $value = Get-PcAuthRequestCryptogram @given -ExpectedCryptogram $arqc -WarningVariable told -WarningAction SilentlyContinue
        $value.Value | Should -Not -Be $arqc
        "$told" | Should -BeLike "*It is $arqc with -$Parameter $Instead in place of $Wrong."
    }

    It 'has no warning when it is right, and one with the check value of the key when nothing helps' {
        $null = Get-PcAuthRequestCryptogram @right -ExpectedCryptogram $arqc -WarningVariable told -WarningAction SilentlyContinue
        $told | Should -BeNullOrEmpty
        $null = Get-PcAuthRequestCryptogram @right -ExpectedCryptogram 0000000000000000 -WarningVariable told -WarningAction SilentlyContinue
        "$told" | Should -Match 'none of \d+ other ways .* 08D7B4'
        "$told" | Should -Not -Match '0123456789ABCDEF|9137631040001422'
    }
}

Describe 'MACs' {
    It 'of ISO 9797, NIST and RFC 4231 are reproduced' {
        $methods = @{ 'CMAC-AES' = @{ Algorithm = 'CMAC'; KeyAlgorithm = 'AES' }; 'CMAC-TDES' = @{ Algorithm = 'CMAC'; KeyAlgorithm = 'TDES' }; 'HMAC-SHA256' = @{ Algorithm = 'HMAC_SHA256' } }
        $wrong = foreach ($record in (Set-Of mac_cmac_hmac.json).records.Where{ $methods[$_.algorithm] -and $_.data.Length -gt 0 }) {
            $how = $methods[$record.algorithm]
            $mac = Get-PcMac $record.key $record.data -MacLength ($record.mac.Length / 2) @how @test
            if ($mac.Value -ne $record.mac) { "$($record.algorithm) $($record.data): $mac" }
        }
        $wrong | Should -BeNullOrEmpty
        (Get-PcMac 0123456789ABCDEFFEDCBA9876543210 'Now is the time for all ' -Text @test).Value | Should -Be A1C72E74
    }

    It 'of psec by algorithm 1 and 3 are reproduced' {
        Differences-Of (Records-Of mac_iso9797_psec.json mac.generate_cbc_mac).Where{ $_.inputs.padding -in 1, 2 -and -not $_.inputs.algorithm -and $_.inputs.key.Length -in 32, 48 -and $_.inputs.data } {
            param($in) Get-PcMac $in.key $in.data -Algorithm ISO9797_ALGORITHM1 -Padding "Method$($in.padding)" -MacLength ($in.length ?? 8) @test
        } | Should -BeNullOrEmpty
    }
}

Describe 'Steps' {
    BeforeAll {
        $script:imk = Secret-Of 0123456789ABCDEFFEDCBA9876543210
        $script:arqc = @{ Key = $imk; PrimaryAccountNumber = '9137631040001422'; PanSequenceNumber = '01'; ApplicationTransactionCounter = '000B'; Padding = 'Method2'; TransactionData = '00000000170000000000000008400080008000084016051700000000093800000B030112030000' }
    }

    It 'end in the result, name their clause, and hang together by check values' {
        $steps = Get-PcAuthRequestCryptogram @arqc -ShowSteps
        $steps[-1].Output | Should -Be (Get-PcAuthRequestCryptogram @arqc).Value
        $steps[0..($steps.Count - 2)].Clause | Should -Not -Contain ''
        $steps.Number | Should -Be (1..$steps.Count)
        $session = $steps.Where{ $_.Step -match 'session key' }[0]
        $session.Output | Should -Be "(key, KCV $($steps.Where{ $_.Step -match 'last block' }[0].KeyCheckValue))"
        ($steps | Get-Member -MemberType Property).Name | Should -Be 'Clause', 'Input', 'KeyCheckValue', 'Number', 'Output', 'Step'
    }

    It 'show keys, PINs and the whole card number only where everything is for test' {
        $commands = @(
            { param($how) Get-PcAuthRequestCryptogram @arqc -ShowSteps @how }
            { param($how) ConvertTo-PcPinBlock $imk (Secret-Of 1234) -Pan 9137631040001422 -ShowSteps @how }
            { param($how) Get-PcPinVerificationValue $imk 9137631040001422 -Pin (Secret-Of 1234) -ShowSteps @how }
            { param($how) Get-PcPinOffset $imk 9137631040001422 -Pin (Secret-Of 1234) -ShowSteps @how }
            { param($how) Get-PcCardValidationValue $imk 9137631040001422 -Expiry 2512 -ServiceCode 201 -ShowSteps @how }
            { param($how) Get-PcDukptKey $imk FFFF9876543210E00001 -ShowSteps @how }
        )
        foreach ($command in $commands) {
            $hidden = & $command @{} | ConvertTo-Json
            $hidden | Should -Not -Match '763104000|0123456789ABCDEF|041234|"1234"|042666B49184CF' -Because "$command"
            & $command @{ AsPlainText = $true } | ConvertTo-Json | Should -Not -Be $hidden -Because "$command"
        }
        Get-PcDukptKey $imk FFFF9876543210E00001 -Usage Pin -ShowSteps -AsPlainText | Select-Object -Last 1 -ExpandProperty Output | Should -Be 042666B49184CF5C68DE9628D0397B36
    }

    It 'are there up to where it failed' {
        $steps = ConvertFrom-PcPinBlock $imk 1B9C1845EB993A7A -Pan 4012345678909 -ShowSteps -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PcCalculationPinBlock,*'
        $steps.Step | Should -Be 'Decrypt the block', 'XOR the PAN field'
        $steps[0].Output | Should -Be '(PIN, hidden)'
    }
}

Describe 'Bad input' {
    BeforeDiscovery {
        $right = @{
            'ConvertTo-PcPinBlock'         = @{ Key = '0123456789ABCDEFFEDCBA9876543210'; Pin = '1234'; PrimaryAccountNumber = '4111111111111111'; PinBlockFormat = 'ISO_FORMAT_0' }
            'ConvertFrom-PcPinBlock'       = @{ Key = '0123456789ABCDEFFEDCBA9876543210'; PinBlock = '0011223344556677'; PrimaryAccountNumber = '4111111111111111' }
            'Get-PcDukptKey'               = @{ Key = '0123456789ABCDEFFEDCBA9876543210'; KeySerialNumber = 'FFFF9876543210E00001'; DukptDerivationType = 'TDES_2KEY' }
            'Get-PcEmvKey'                 = @{ Key = '0123456789ABCDEFFEDCBA9876543210'; PrimaryAccountNumber = '4111111111111111'; PanSequenceNumber = '00'; SessionKeyDerivationMode = 'MASTERCARD_SESSION_KEY'; ApplicationTransactionCounter = '0001'; UnpredictableNumber = '01020304'; MajorKeyDerivationMode = 'EMV_OPTION_A' }
            'Get-PcPinVerificationValue'   = @{ Key = '0123456789ABCDEFFEDCBA9876543210'; PrimaryAccountNumber = '4111111111111111'; Pin = '1234' }
            'Get-PcPinOffset'              = @{ Key = '0123456789ABCDEFFEDCBA9876543210'; PinValidationData = '4111111111111111'; Pin = '1234'; DecimalizationTable = '0123456789012345'; PinValidationDataPadCharacter = 'F' }
            'Get-PcCardValidationValue'    = @{ Key = '0123456789ABCDEFFEDCBA9876543210'; PrimaryAccountNumber = '4111111111111111'; CardExpiryDate = '2512'; ServiceCode = '201' }
            'Get-PcAuthRequestCryptogram'  = @{ Key = '0123456789ABCDEFFEDCBA9876543210'; PrimaryAccountNumber = '4111111111111111'; ApplicationTransactionCounter = '0001'; TransactionData = '0011223344556677' }
            'Get-PcAuthResponseCryptogram' = @{ Key = '0123456789ABCDEFFEDCBA9876543210'; PrimaryAccountNumber = '4111111111111111'; ApplicationTransactionCounter = '0001'; AuthRequestCryptogram = '0011223344556677'; AuthResponseCode = '3030' }
            'Get-PcMac'                    = @{ Key = '0123456789ABCDEFFEDCBA9876543210'; Data = '0011223344556677'; Algorithm = 'ISO9797_ALGORITHM3'; KeySerialNumber = 'FFFF9876543210E00001'; DukptKeyVariant = 'REQUEST' }
        }
        $cases = foreach ($command in $right.Keys) { @{ Command = $command; Right = $right[$command] } }
    }

    It '<Command> names the parameter and what would be right, and shows no value' -ForEach $cases {
        foreach ($parameter in $Right.Keys) {
            foreach ($wrong in $null, '', '12', 'ZZ4111111111111111ZZ', ('7' * 65)) {
                $given = $Right.Clone()
                $given[$parameter] = $wrong
                $failure = try { $null = & $Command @given -AsPlainText -ErrorAction Stop; 'nothing' } catch { $_ }
                # These may be as short as that.
                if ($parameter -in 'Data', 'PinValidationData', 'PanSequenceNumber' -and $wrong -eq '12') { continue }
                $because = "$Command -$parameter '$wrong' says $failure"
                "$failure" | Should -Match ($parameter -eq 'Key' ? '-Key|key' : $parameter -eq 'Pin' ? 'PIN|-Pin' : "-$parameter\b") -Because $because
                "$failure" | Should -Match 'must|is needed|give |is not one of|hex|has \d+( to \d+)?( |\.)' -Because $because
                if ($wrong.Length -gt 2) { "$failure" | Should -Not -Match ([regex]::Escape($wrong)) -Because $because }
                $failure.FullyQualifiedErrorId | Should -Match '^Pc(Parameter|KeyInput|Calculation|KeyBlockInvalidHex)' -Because $because
            }
        }
    }

    It 'is refused as psec refuses it' {
        $operations = @{
            encode_pinblock_iso_0   = { param($in) ConvertTo-PcPinBlock -Clear -Pin $in.pin -Pan $in.pan @test }
            encode_pinblock_iso_2   = { param($in) ConvertTo-PcPinBlock -Clear -Pin $in.pin -Format ISO_FORMAT_2 @test }
            encode_pinblock_iso_3   = { param($in) ConvertTo-PcPinBlock -Clear -Pin $in.pin -Pan $in.pan -Format ISO_FORMAT_3 @test }
            encipher_pinblock_iso_4 = { param($in) ConvertTo-PcPinBlock $in.key $in.pin -Pan $in.pan -Format ISO_FORMAT_4 @test }
            decode_pinblock_iso_0   = { param($in) ConvertFrom-PcPinBlock -Clear -PinBlock $in.pin_block -Pan $in.pan @test }
            decode_pinblock_iso_2   = { param($in) ConvertFrom-PcPinBlock -Clear -PinBlock $in.pin_block -Format ISO_FORMAT_2 @test }
            decode_pinblock_iso_3   = { param($in) ConvertFrom-PcPinBlock -Clear -PinBlock $in.pin_block -Pan $in.pan -Format ISO_FORMAT_3 @test }
            decipher_pinblock_iso_4 = { param($in) ConvertFrom-PcPinBlock $in.key $in.pin_block -Pan $in.pan -Format ISO_FORMAT_4 @test }
            generate_visa_pvv       = { param($in) Get-PcPinVerificationValue $in.pvk $in.pan -Pin $in.pin -KeyIndex $in.pvki @test }
            generate_cvv            = { param($in) Get-PcCardValidationValue $in.cvk $in.pan -Expiry $in.expiry -ServiceCode $in.sc @test }
        }
        # Card numbers of 12 digits and card verification keys of 24 bytes are taken here.
        $taken = foreach ($record in (Set-Of pin_card_negative.json).records.Where{ $operations[$_.operation] -and $_.inputs.pan -notmatch '^\d{12}$' -and $_.inputs.cvk.Length -ne 48 }) {
            try { $null = & $operations[$record.operation] $record.inputs; "$($record.operation) $($record.inputs | ConvertTo-Json -Compress): $($record.reason)" } catch { $null = $_ }
        }
        $taken | Should -BeNullOrEmpty
    }

    It 'takes no key and no PIN as plain text unless all of it is for test' {
        { Get-PcMac 0123456789ABCDEFFEDCBA9876543210 00 -ErrorAction Stop } | Should -Throw -ErrorId 'PcParameterInvalid,*' -ExpectedMessage '-Key is not taken as plain text*-AsPlainText.'
        { Get-PcPinVerificationValue (Secret-Of 0123456789ABCDEFFEDCBA9876543210) 4111111111111111 -Pin 1234 -ErrorAction Stop } | Should -Throw -ErrorId 'PcParameterInvalid,*'
        { ConvertTo-PcPinBlock -Clear -Pin (Secret-Of 1234) -Pan 4111111111111111 -ErrorAction Stop } | Should -Throw -ErrorId 'PcParameterMissing,*'
        { Get-PcMac (Secret-Of 0123456789ABCDEFFEDCBA9876543210) 00 0123456789ABCDEFFEDCBA9876543210 -ErrorAction Stop } | Should -Throw -ErrorId 'PcKeyInputForm,*'
    }
}

Describe 'Secrets' {
    It 'are in no object, stream or file' {
        $key = Secret-Of 0123456789ABCDEFFEDCBA9876543210
        $objects = @(
            Get-PcDukptKey $key FFFF9876543210E00001
            Get-PcEmvKey $key 9137631040001422 -SessionKeyDerivationMode EMV_COMMON_SESSION_KEY -Atc 0001
            ConvertFrom-PcPinBlock $key 1B9C1845EB993A7A -Pan 4012345678909 -Ksn FFFF9876543210E00001
        )
        $file = Join-Path $TestDrive 'objects.xml'
        $objects | Export-Clixml $file -Depth 5
        $seen = ($objects | ConvertTo-Json -Depth 5), (Get-Content -Raw $file), ($objects | Out-String), ($objects | Format-List * -Force | Out-String), ($objects | ForEach-Object { "$_" })
        $streams = & { $ErrorActionPreference = $VerbosePreference = $DebugPreference = 'Continue'; ConvertFrom-PcPinBlock $key 1B9C1845EB993A7A -Pan 4012345678909; Get-PcDukptKey $key 00 } *>&1 | Out-String
        $secrets = '0123456789ABCDEF|042666B49184CF|6AC292FAA1315B4D|"1234"|>1234<|3100320033003400'
        $seen + $streams | Should -Not -Match $secrets
        $objects[-1].PinLength | Should -Be 4
    }

    It 'stay out of a view: a card number has its first six and last four digits' {
        $value = Get-PcCardValidationValue (Secret-Of 0123456789ABCDEFFEDCBA9876543210) 4123456789012345 -Cvv2 -Expiry 8701
        $value.PrimaryAccountNumber | Should -Be 4123456789012345
        foreach ($view in ($value | Format-Table | Out-String), ($value | Format-List | Out-String)) {
            $view | Should -Match '412345\*{6}2345'
            $view | Should -Not -Match 4123456789012345
        }
    }
}

Describe 'A table of steps' {
    It 'fits a screen of <_> columns, with every step and word whole' -ForEach 80, 160 {
        $steps = Get-PcCardValidationValue 0123456789ABCDEFFEDCBA9876543210 4123456789012345 -Dcvv -Expiry 8701 -ServiceCode 101 -Atc 0001 -ShowSteps @test
        $text = $steps | Out-String -Width $_
        ($text -split "`n").ForEach{ $_.TrimEnd().Length } | Measure-Object -Maximum | ForEach-Object Maximum | Should -BeLessOrEqual $_
        foreach ($step in $steps) {
            # Words are wrapped, never cut.
            foreach ($word in $step.Step -split ' ') { $text | Should -Match ([regex]::Escape($word)) }
            if ($step.KeyCheckValue) { $text | Should -Match $step.KeyCheckValue }
        }
        $text | Should -Match $steps[-1].Output
    }
}
