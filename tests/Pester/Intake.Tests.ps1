#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# What the module takes in, in every form in which people have it. Build first: the staged module is imported.

BeforeAll {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop
    Set-PcProvider Local -InMemory
    $script:clear = '404142434445464748494A4B4C4D4E4F'
    $script:secure = [System.Net.NetworkCredential]::new('', $clear).SecurePassword
    $script:kbpk = [System.Net.NetworkCredential]::new('', '0123456789ABCDEFFEDCBA9876543210').SecurePassword
    $script:block = (New-PcTr31KeyBlock $kbpk -ProtectionKeyAlgorithm TDES -Key $secure -Algorithm TDES -Usage P0).WrappedKeyBlock
    $script:kdh = New-PcKeyExchangeCertificate RSA_2048 Kdh
    $script:krd = New-PcKeyExchangeCertificate RSA_2048 Krd
    $script:token = ($krd | New-PcTr34KeyBlock -Key $secure -Algorithm TDES -SigningKey $kdh -Usage K0 -OnePass).WrappedKeyBlock
}

Describe 'A key block' {
    It 'is read in UTF-8 and UTF-16, with a byte order mark or without' {
        foreach ($encoding in 'utf8', 'utf8BOM', 'unicode', 'bigendianunicode') {
            $file = Join-Path $TestDrive "$encoding.txt"
            Set-Content $file $block -Encoding $encoding
            (ConvertFrom-PcTr31KeyBlock $file -ProtectionKey $kbpk).KeyCheckValue | Should -Be '8BAF47' -Because $encoding
        }
        $file = Join-Path $TestDrive 'nomark.txt'
        [IO.File]::WriteAllBytes($file, [Text.Encoding]::Unicode.GetBytes($block))
        (ConvertFrom-PcTr31KeyBlock $file -ProtectionKey $kbpk).KeyCheckValue | Should -Be '8BAF47'
    }

    It 'is read in groups, as bytes and as bytes down the pipeline' {
        $grouped = $block -replace '(.{4})', '$1 '
        $bytes = [Text.Encoding]::ASCII.GetBytes($block)
        (ConvertFrom-PcTr31KeyBlock $grouped -ProtectionKey $kbpk).KeyCheckValue | Should -Be '8BAF47'
        (ConvertFrom-PcTr31KeyBlock $bytes -ProtectionKey $kbpk).KeyCheckValue | Should -Be '8BAF47'
        ($bytes | ConvertFrom-PcTr31KeyBlock -ProtectionKey $kbpk).KeyCheckValue | Should -Be '8BAF47'
    }

    It 'with a payShield scheme letter is refused with what to do' {
        { ConvertFrom-PcTr31KeyBlock "R$block" -ProtectionKey $kbpk -ErrorAction Stop } | Should -Throw '*leave out the R*'
        { ConvertFrom-PcTr31KeyBlock "S$block" -ProtectionKey $kbpk -ErrorAction Stop } | Should -Throw '*Thales key block*'
        $kek = New-PcKey K1 TDES_2KEY
        foreach ($letter in 'U', 'T', 'X') {
            { Import-PcKey "$($letter)0123456789ABCDEFFEDCBA9876543210" -WrappingKeyIdentifier $kek -ErrorAction Stop } | Should -Throw "*$letter is the scheme letter*TR-31 (scheme R)*"
        }
    }

    It 'in another spelling is refused with what it is' {
        { ConvertFrom-PcTr31KeyBlock $block.ToLower() -ErrorAction Stop } | Should -Throw '*upper case*'
        $hex = [Convert]::ToHexString([Text.Encoding]::ASCII.GetBytes($block))
        { ConvertFrom-PcTr31KeyBlock $hex -ErrorAction Stop } | Should -Throw '*hex of a block*'
    }
}

Describe 'A TR-34 token' {
    It 'is read as hex, base64, PEM, DER, lines and bytes' {
        $der = [Convert]::FromHexString($token)
        $base64 = [Convert]::ToBase64String($der, 'InsertLineBreaks')
        $pem = "-----BEGIN PKCS7-----`n$base64`n-----END PKCS7-----`n"
        $file = Join-Path $TestDrive 'token'
        $expected = (ConvertFrom-PcTr34KeyBlock $token).Header
        [IO.File]::WriteAllBytes($file, $der)
        (ConvertFrom-PcTr34KeyBlock $file).Header | Should -Be $expected
        (ConvertFrom-PcTr34KeyBlock $base64).Header | Should -Be $expected
        (ConvertFrom-PcTr34KeyBlock $pem).Header | Should -Be $expected
        (ConvertFrom-PcTr34KeyBlock $der).Header | Should -Be $expected
        Set-Content $file $pem
        (Get-Content $file | ConvertFrom-PcTr34KeyBlock).Header | Should -Be $expected
        (ConvertFrom-PcTr34KeyBlock (Get-Content $file)).Header | Should -Be $expected
        Set-Content $file "Bag Attributes`nsubject=CN = a token`n$pem"
        (Get-Content $file | ConvertFrom-PcTr34KeyBlock).Header | Should -Be $expected
    }

    It 'that was read as text is one error, which shows nothing of it' {
        $file = Join-Path $TestDrive 'token.der'
        [IO.File]::WriteAllBytes($file, [Convert]::FromHexString($token))
        $null = Get-Content $file | ConvertFrom-PcTr34KeyBlock -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures | Should -HaveCount 1
        "$failures" | Should -BeLike '*-AsByteStream*'
    }

    It 'is not inspected without the comparison that was asked for' {
        { ConvertFrom-PcTr34KeyBlock $token -SigningKeyCertificate $null -ErrorAction Stop } | Should -Throw '*SigningKeyCertificate is empty*'
        { Import-PcKey $token -RandomNonce '' -ErrorAction Stop } | Should -Throw '*RandomNonce is empty*'
    }
}

Describe 'A key cryptogram' {
    It 'is read as hex, base64 and bytes' {
        $hex = ($krd | New-PcKeyCryptogram -Key $secure -Algorithm TDES).WrappedKeyCryptogram
        $file = Join-Path $TestDrive 'cryptogram'
        [IO.File]::WriteAllBytes($file, [Convert]::FromHexString($hex))
        (ConvertFrom-PcKeyCryptogram $file $krd -Algorithm TDES_2KEY).KeyCheckValue | Should -Be '8BAF47'
        (ConvertFrom-PcKeyCryptogram ([Convert]::ToBase64String([Convert]::FromHexString($hex))) $krd -Algorithm TDES_2KEY).KeyCheckValue | Should -Be '8BAF47'
    }

    It 'is imported from the pipeline as a file, its bytes, its lines and text' {
        $token = Get-PcImportParameters KEY_CRYPTOGRAM RSA_2048
        $hex = (New-PcKeyCryptogram $token.WrappingKeyCertificate -Key $secure -Algorithm TDES).WrappedKeyCryptogram
        $file = Join-Path $TestDrive 'cryptogram.bin'
        [IO.File]::WriteAllBytes($file, [Convert]::FromHexString($hex))
        $text = Join-Path $TestDrive 'cryptogram.txt'
        Set-Content $text ($hex -replace '(.{64})', "`$1`n")
        $all = @{ Usage = 'P0'; Algorithm = 'TDES_2KEY'; ImportToken = $token.ImportToken }
        (Get-Item $file | Import-PcKey @all).KeyCheckValue | Should -Be '8BAF47'
        (Get-Content $file -AsByteStream | Import-PcKey @all).KeyCheckValue | Should -Be '8BAF47'
        (Get-Content $text | Import-PcKey @all).KeyCheckValue | Should -Be '8BAF47'
        ($hex, $hex | Import-PcKey @all).KeyCheckValue | Should -Be '8BAF47', '8BAF47'
    }

    It 'is not opened without a comparison that was asked for' {
        $hex = ($krd | New-PcKeyCryptogram -Key $secure -Algorithm TDES).WrappedKeyCryptogram
        { ConvertFrom-PcKeyCryptogram $hex $krd -Algorithm TDES_2KEY -KeyCheckValue $null -ErrorAction Stop } | Should -Throw '*empty*'
    }
}

Describe 'A certificate' {
    It 'is read in UTF-8 and UTF-16' {
        foreach ($encoding in 'utf8BOM', 'unicode', 'bigendianunicode') {
            $file = Join-Path $TestDrive "$encoding.pem"
            Set-Content $file $kdh.Certificate.ExportCertificatePem() -Encoding $encoding
            (Get-PcKeyCheckValue -Certificate $file).KeyCheckValue | Should -Be $kdh.KeyCheckValue -Because $encoding
        }
    }

    It 'is refused when there are two, from a file and as text' {
        $two = $kdh.Certificate.ExportCertificatePem() + "`n" + $krd.Certificate.ExportCertificatePem()
        $file = Join-Path $TestDrive 'two.pem'
        Set-Content $file $two
        { Get-PcKeyCheckValue -Certificate $file -ErrorAction Stop } | Should -Throw '*holds 2 certificates*'
        { Get-PcKeyCheckValue -Certificate $two -ErrorAction Stop } | Should -Throw '*holds 2 certificates*'
    }
}

Describe 'A clear key' {
    It 'is read from a file, as bytes and as bytes down the pipeline' {
        $key = 'A1B2C3D4E5F60718293A4B5C6D7E8F90'
        $expected = ([System.Net.NetworkCredential]::new('', $key).SecurePassword | Get-PcKeyCheckValue -Algorithm AES_128).KeyCheckValue
        $file = Join-Path $TestDrive 'key'
        $forms = @{ hex = $key; grouped = $key -replace '(..)(?!$)', '$1:'; lines = $key -replace '(.{16})', "`$1`r`n"; bytes = [Convert]::FromHexString($key) }
        foreach ($form in $forms.Keys) {
            [IO.File]::WriteAllBytes($file, $(if ($form -eq 'bytes') { $forms[$form] } else { [Text.Encoding]::ASCII.GetBytes($forms[$form]) }))
            (Get-PcKeyCheckValue -KeyPath $file -Algorithm AES_128).KeyCheckValue | Should -Be $expected -Because $form
            (Get-PcKeyCheckValue (Get-Item $file) -Algorithm AES_128).KeyCheckValue | Should -Be $expected -Because $form
            (Get-PcKeyCheckValue (Get-Content -AsByteStream $file) -Algorithm AES_128).KeyCheckValue | Should -Be $expected -Because $form
            (Get-Content -AsByteStream $file | Get-PcKeyCheckValue -Algorithm AES_128).KeyCheckValue | Should -Be $expected -Because $form
        }
    }

    It 'in a form that is not read says what to do, and shows nothing' {
        foreach ($form in @{ "0x$clear" = '*0x: leave out*' }, @{ "U$clear" = '*scheme letter*' }, @{ [Convert]::ToBase64String([Convert]::FromHexString($clear)) = '*base64*' }) {
            $text = "$($form.Keys)"
            { [System.Net.NetworkCredential]::new('', $text).SecurePassword | Get-PcKeyCheckValue -Algorithm TDES_2KEY -ErrorAction Stop } | Should -Throw "$($form.Values)"
            $failure = $null
            try { Get-PcKeyCheckValue -KeyPath $text -ErrorAction Stop } catch { $failure = $_ }
            "$failure" | Should -BeLike '*looks like a clear key*'
            "$failure" | Should -Not -Match ([regex]::Escape($text))
        }
        { Get-PcKeyCheckValue -KeyPath $clear, $clear -ErrorAction Stop } | Should -Throw '*content of a file*'
    }
}

Describe 'A private key' {
    It 'is read as the bytes and as the hex of its DER, and is never said to be a certificate' {
        $file = Join-Path $TestDrive 'key.der'
        $rsa = [System.Security.Cryptography.RSA]::Create(2048)
        $der = $rsa.ExportPkcs8PrivateKey()
        $request = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=krd', $rsa, 'SHA256', [System.Security.Cryptography.RSASignaturePadding]::Pkcs1)
        $certificate = $request.CreateSelfSigned([DateTimeOffset]::UtcNow.AddDays(-1), [DateTimeOffset]::UtcNow.AddDays(1))
        $cryptogram = (New-PcKeyCryptogram $certificate -Key $secure -Algorithm TDES).WrappedKeyCryptogram
        [IO.File]::WriteAllBytes($file, $der)
        (ConvertFrom-PcKeyCryptogram $cryptogram (Get-Content -AsByteStream $file) -Algorithm TDES_2KEY).KeyCheckValue | Should -Be '8BAF47'
        Set-Content $file ([Convert]::ToHexString($der))
        (ConvertFrom-PcKeyCryptogram $cryptogram $file -Algorithm TDES_2KEY).KeyCheckValue | Should -Be '8BAF47'
        Set-Content $file 'nothing of the kind'
        { ConvertFrom-PcKeyCryptogram $cryptogram $file -Algorithm TDES_2KEY -ErrorAction Stop } | Should -Throw '*no private key in*'
    }
}

Describe 'A clear key in a wrong place' {
    It 'is refused and not shown' {
        foreach ($command in { Join-PcKeyComponent $clear $clear }, { Join-PcKeyComponent $clear }, { Import-PcKey $block $clear -WrappingKeyIdentifier x }, { Export-PcKey alias/x $clear -WrappingKeyIdentifier y }, { Get-PcKeyCheckValue -KeyPath $clear }) {
            $failure = $null
            try { & $command -ErrorAction Stop } catch { $failure = $_ }
            $failure | Should -Not -BeNullOrEmpty
            ($failure | Out-String) + ($failure | Format-List * -Force | Out-String) -replace [regex]::Escape($failure.InvocationInfo.Line), '' | Should -Not -Match $clear
        }
    }
}

Describe 'A check' {
    It 'is not switched off by an empty value' {
        $kek = New-PcKey K1 TDES_2KEY
        foreach ($empty in $null, '', ' ') {
            { Import-PcKey $block -WrappingKeyIdentifier $kek -ExpectedKeyCheckValue $empty -ErrorAction Stop } | Should -Throw '*empty*'
        }
        { Import-PcKey $block -WrappingKeyIdentifier $kek -ExpectedKeyCheckValue '8BAF470000000000' -ErrorAction Stop } | Should -Throw '*first 6*'
    }

    It 'is compared as it was typed, also without quotes' {
        $hex = ($krd | New-PcKeyCryptogram -Key $secure -Algorithm TDES).WrappedKeyCryptogram
        { $ErrorActionPreference = 'Stop'; ConvertFrom-PcKeyCryptogram $hex $krd -Algorithm TDES_2KEY -KeyCheckValue 000000 -ErrorAction Stop } | Should -Throw '*000000 was expected*'
        { $ErrorActionPreference = 'Stop'; ConvertFrom-PcKeyCryptogram $hex $krd -Algorithm TDES_2KEY -KeyCheckValue 12E456 -ErrorAction Stop } | Should -Throw '*12E456 was expected*'
    }

    It 'covers every component' {
        $parts = $secure | New-PcKeyComponent -Algorithm TDES -Count 3
        { $parts | Join-PcKeyComponent -ComponentCheckValue $parts[0].KeyCheckValue -ErrorAction Stop } | Should -Throw '*one for each*'
        { $parts[0, 1] | Join-PcKeyComponent -ErrorAction Stop } | Should -Throw '*split into 3*'
        { $parts | Join-PcKeyComponent -ComponentCheckValue $null -ErrorAction Stop } | Should -Throw
    }

    It 'of components in a list without quotes is what was typed, or an error' {
        $texts = '2F3C1A7B9D5E60718293A4B5C6D7E8F9', '8192A3B4C5D6E7F8091A2B3C4D5E6F70'
        $parts = $texts | ForEach-Object { [System.Net.NetworkCredential]::new('', $_).SecurePassword }
        { $ErrorActionPreference = 'Stop'; $parts | Join-PcKeyComponent TDES_2KEY -ComponentCheckValue 46091D, DA7DC1 } | Should -Throw '*in quotes*'
        { $ErrorActionPreference = 'Stop'; $parts | Join-PcKeyComponent TDES_2KEY -ComponentCheckValue 046091, 'DA7DC1' } | Should -Throw '*in quotes*'
        { $ErrorActionPreference = 'Stop'; $parts | Join-PcKeyComponent TDES_2KEY -ComponentCheckValue 460910, 'DA7DC1' } | Should -Throw '*460910 was expected*'
        { $ErrorActionPreference = 'Stop'; $parts | Join-PcKeyComponent TDES_2KEY -ComponentCheckValue '46 09 1D', 'DA7DC1' -KeyCheckValue 000000 } | Should -Throw '*000000 was expected*'
        ($parts | Join-PcKeyComponent TDES_2KEY -ComponentCheckValue '46 09 1D', 'DA7DC1').KeyAlgorithm | Should -Be 'TDES_2KEY'
    }
}

Describe 'A plan' {
    It 'says in words what is exportable' {
        $keys = 'Usage,Algorithm,Exportable', 'P0,AES_128,true', 'P0,AES_128,Yes', 'P0,AES_128,1', 'P0,AES_128,no', 'P0,AES_128,0' | ConvertFrom-Csv | New-PcKey
        $keys.Exportable | Should -Be $true, $true, $true, $false, $false
        { [pscustomobject]@{ Usage = 'P0'; Algorithm = 'AES_128'; Exportable = 'perhaps' } | New-PcKey -ErrorAction Stop } | Should -Throw
    }
}

Describe 'What is on the screen' {
    It 'can be typed' {
        $key = New-PcKey P0 AES_128
        Get-PcKey $key.KeyId | Where-Object State -EQ enabled | Should -Not -BeNullOrEmpty
        ($key | Select-Object Key, KCV).KCV | Should -Be $key.KeyCheckValue
        $key.Usage | Should -Match '^P0 '
        ($key | ConvertTo-Json) | Should -Not -Match '"(Usage|State|KCV)"'
        (Get-PcProvider).Store | Should -Not -BeNullOrEmpty
        (Get-PcImportParameters tr34_key_block rsa_2048).ValidUntil | Should -Not -BeNullOrEmpty
    }
}
