#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# The behaviour that a user sees, in a real pwsh. Build first: the staged module is imported.

BeforeAll {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, 'WarmStore.psm1'))
}

Describe 'The module' {
    It 'has a valid manifest, staged and at the root' {
        $root = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'PaymentCrypto.psd1')
        (Test-ModuleManifest $manifest).Version | Should -Be (Test-ModuleManifest $root).Version
    }

    It 'has only cmdlets with approved verbs and help' {
        foreach ($command in Get-Command -Module PaymentCrypto) {
            $command.CommandType | Should -Be 'Cmdlet'
            (Get-Verb).Verb | Should -Contain $command.Verb
            (Get-Help $command.Name).Synopsis | Should -Not -BeNullOrEmpty
        }
    }
}

Describe 'Get-PcImportParameters' {
    BeforeAll {
        Use-WarmStore
        $script:parameters = Get-PcImportParameters
    }

    It 'returns the members of the service and the certificate as an object' {
        $parameters.ImportToken | Should -Match '^import-token-[0-9a-zA-Z]{16,64}$'
        $parameters.Certificate | Should -BeOfType System.Security.Cryptography.X509Certificates.X509Certificate2
        $parameters.Certificate.Issuer | Should -Be $parameters.CertificateChain[0].Subject
        $parameters.TimeRemaining | Should -BeOfType TimeSpan
    }

    It 'makes a new token unless reuse is asked for' {
        (Get-PcImportParameters -ReuseLastGeneratedToken).ImportToken | Should -Be $parameters.ImportToken
        (Get-PcImportParameters).ImportToken | Should -Not -Be $parameters.ImportToken
    }

    It 'goes through ConvertTo-Json without a warning and with the names of the service' {
        $json = $parameters | ConvertTo-Json -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -BeNullOrEmpty
        ($json -split "`n").Count | Should -BeLessThan 60
        $copy = $json | ConvertFrom-Json
        $copy.ImportToken | Should -Be $parameters.ImportToken
        $copy.WrappingKeyCertificate | Should -Be $parameters.WrappingKeyCertificate
        $copy.Certificate.Subject | Should -Be $parameters.Certificate.Subject
    }

    It 'has a usable certificate after Export-Clixml' {
        $file = Join-Path $TestDrive 'parameters.xml'
        $parameters | Export-Clixml $file
        $copy = Import-Clixml $file
        $copy.Certificate | Should -Be $parameters.Certificate
        ($copy | Out-String) | Should -Be ($parameters | Out-String)
    }

    It 'writes a non-terminating error that names a wrong value' {
        $result = Get-PcImportParameters NO_SUCH_TYPE -ErrorVariable problem -ErrorAction SilentlyContinue
        $result | Should -BeNullOrEmpty
        $problem[0].FullyQualifiedErrorId | Should -Be 'PcMemberInvalid,PaymentCrypto.Commands.Tokens.GetPcImportParametersCommand'
        $problem[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        "$problem" | Should -Match 'NO_SUCH_TYPE'
    }

    It 'shows no base64 in its view' {
        $parameters | Out-String | Should -Not -Match 'LS0tLS1CRUdJTi'
    }
}

Describe 'Get-PcExportParameters' {
    It 'returns a token and the signing certificate' {
        Use-WarmStore
        $parameters = Get-PcExportParameters
        $parameters.ExportToken | Should -Match '^export-token-[0-9a-zA-Z]{16,64}$'
        $parameters.Certificate.HasPrivateKey | Should -BeFalse
    }
}

Describe 'Tokens' {
    BeforeEach {
        Use-WarmStore
        $script:parameters = Get-PcImportParameters
    }

    It 'are kept by -WhatIf and destroyed without it' {
        $parameters | Revoke-PcToken -WhatIf
        Get-PcToken | Should -HaveCount 1
        $parameters | Revoke-PcToken -Confirm:$false
        Get-PcToken | Should -BeNullOrEmpty
    }

    It 'are cleared when they have expired' {
        Set-PcProvider -TimeOffset 31.00:00:00
        (Get-PcToken).Expired | Should -BeTrue
        Clear-PcExpiredToken
        Get-PcToken | Should -BeNullOrEmpty
    }
}

Describe 'Set-PcProvider' {
    It 'fails at once with a wrong passphrase and keeps the former provider' {
        $store = Join-Path $TestDrive 'store'
        $right = [System.Net.NetworkCredential]::new('', 'right').SecurePassword
        $wrong = [System.Net.NetworkCredential]::new('', 'wrong').SecurePassword
        Set-PcProvider -Path $store -Passphrase $right
        Set-PcProvider -InMemory
        { Set-PcProvider -Path $store -Passphrase $wrong } | Should -Throw -ErrorId 'PcVaultPassphraseWrong,PaymentCrypto.Commands.Providers.SetPcProviderCommand'
        (Get-PcProvider).InMemory | Should -BeTrue
    }

    It 'lets a store change its passphrase' {
        $store = Join-Path $TestDrive 'rotated'
        $new = [System.Net.NetworkCredential]::new('', 'new').SecurePassword
        Set-PcProvider -Path $store
        (Update-PcVaultMasterKey -NewPassphrase $new -Confirm:$false).Protection | Should -Be 'Passphrase'
        { Set-PcProvider -Path $store } | Should -Throw -ErrorId 'PcVaultPassphraseRequired,*'
        Set-PcProvider -Path $store -Passphrase $new
    }
}

Describe 'The quickstart' {
    It 'shows the same token when it is run again' {
        Use-WarmStore
        $script = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'examples', 'quickstart.ps1')
        $tokens = 1..2 | ForEach-Object { (& $script | Where-Object { $_ -is [PaymentCrypto.ImportParameters] }).ImportToken }
        $tokens[0] | Should -Be $tokens[1]
    }
}
