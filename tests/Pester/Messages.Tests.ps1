#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# What a newcomer is told at the prompt, and what the report and AWS identifiers give. Build first: the staged module is imported.

BeforeAll {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop
}

Describe 'A message that says what to type' {
    BeforeEach { Set-PcProvider -InMemory }

    It 'says that the header of a block decides, with <Name>' -ForEach @{ Name = 'Exportable'; Value = $true }, @{ Name = 'Usage'; Value = 'P0' } {
        $kek = New-PcKey K1 AES_128
        $block = (New-PcKey P0 AES_128 -Exportable | Export-PcKey -WrappingKeyIdentifier $kek).KeyMaterial
        $more = @{ $Name = $Value }
        { Import-PcKey $block -WrappingKeyIdentifier $kek @more -ErrorAction Stop } | Should -Throw '*header*decides*' -ErrorId 'PcKeyInputConflict,*'
    }

    It 'says that an authority is imported first' {
        $block = 'D0144D0AB00E0000' + '0' * 128
        { Import-PcKey $block -PrivateKeyIdentifier alias/x -PublicKeyCertificate ./x.pem -SharedInformation 00 -CertificateAuthority ./ca.pem -ErrorAction Stop } |
            Should -Throw "*Import-PcKey -RootCertificate './ca.pem'*"
    }

    It 'says that a stored key has no clear value' {
        $key = New-PcKey K1 AES_128
        { ConvertFrom-PcTr31KeyBlock ('D0144D0AB00E0000' + '0' * 128) -ProtectionKey $key -ErrorAction Stop } | Should -Throw '*Export-PcKey*'
    }

    It 'names the cmdlet where the service names its operation' {
        $kek = New-PcKey K1 AES_128
        $key = New-PcKey P0 AES_128 -Exportable
        $key | Disable-PcKey
        $told = try { $key | Export-PcKey -WrappingKeyIdentifier $kek -ErrorAction Stop } catch { $_ }
        "$told" | Should -BeLike '*Enable it with Enable-PcKey.'
        $told.Exception.Message | Should -BeLike '*StartKeyUsage.'
    }
}

Describe 'A public key certificate' {
    It 'is JSON without a warning' {
        Set-PcProvider -InMemory
        $null = New-PcKey K3 ECC_NIST_P256 -DeriveKeyUsage K1 -ErrorAction Stop | Get-PcPublicKeyCertificate | ConvertTo-Json -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -BeNullOrEmpty
    }
}

Describe 'A key id on AWS' {
    It 'is taken without the rest of its ARN' {
        Set-PcProvider -InMemory
        $key = New-PcKey P0 AES_128
        $endpoint = Start-PcEndpoint -PassThru
        try {
            Set-PcProvider Aws -EndpointUrl $endpoint.Url -Region us-east-1 -AccessKey 111122223333 -SecretKey x
            (Get-PcKey $key.KeyId).KeyArn | Should -Be $key.KeyArn
            (Get-PcKey $key.KeyId).AccountId | Should -Be '111122223333'
        }
        finally {
            Set-PcProvider Local -InMemory
            Get-PcEndpoint | Stop-PcEndpoint
        }
    }
}

Describe 'An HTML report' {
    BeforeEach {
        Set-PcProvider -InMemory
        $file = Join-Path $TestDrive 'report.html'
    }

    It 'has account, region and time without a key' {
        Export-PcKeyInventory $file -Force
        ([System.IO.File]::ReadAllText($file)) | Should -Match '111122223333 &#183; us-east-1 . <span class="day">taken \d{4}'
    }

    It 'leaves a fresh token alone' {
        $null = Get-PcImportParameters TR34_KEY_BLOCK RSA_2048
        Export-PcKeyInventory $file -Force
        Get-Content $file -Raw | Should -Not -Match 'Needs attention'
    }
}
