#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# The behaviour that a user sees, in a real pwsh. Build first: the staged module is imported.

BeforeAll {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop
}

Describe 'Resource policies' {
    BeforeEach {
        Set-PcProvider -InMemory
        $script:key = New-PcKey P0 AES_128
        $script:policy = @{
            Version   = '2012-10-17'
            Statement = @(@{ Effect = 'Allow'; Principal = @{ AWS = 'arn:aws:iam::444455556666:root' }; Action = @('payment-cryptography:GetKey'); Resource = '*' })
        }
    }

    It 'are a hashtable or JSON' {
        $key | Set-PcKeyPolicy -Policy $policy -Force
        $read = Get-PcKeyPolicy $key
        ($read.Policy | ConvertFrom-Json).Statement[0].Principal.AWS | Should -Be 'arn:aws:iam::444455556666:root'
        Set-PcKeyPolicy $key ($policy | ConvertTo-Json -Depth 5) -Force
        Remove-PcKeyPolicy $key -Force
        { Get-PcKeyPolicy $key -ErrorAction Stop } | Should -Throw -ErrorId 'PcResourceNotFound,*'
    }

    It 'cannot be public' {
        $policy.Statement[0].Principal = '*'
        { Set-PcKeyPolicy $key $policy -Force -ErrorAction Stop } | Should -Throw -ErrorId 'PcPublicPolicy,*'
    }

    It 'are not set by -WhatIf' {
        Set-PcKeyPolicy $key $policy -Force -WhatIf
        { Get-PcKeyPolicy $key -ErrorAction Stop } | Should -Throw -ErrorId 'PcResourceNotFound,*'
    }
}
