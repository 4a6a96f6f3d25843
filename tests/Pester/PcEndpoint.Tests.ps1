#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# The behaviour that a user sees, in a real pwsh. Build first: the staged module is imported.

BeforeAll {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop
}

Describe 'An endpoint' {
    BeforeEach {
        Set-PcProvider -InMemory
        $endpoint = Start-PcEndpoint -PassThru
        function Invoke-Operation([string] $Operation, [hashtable] $Body) {
            Invoke-WebRequest $endpoint.Url -Method Post -SkipHttpErrorCheck -ContentType 'application/x-amz-json-1.0' -Body ($Body | ConvertTo-Json) -Headers @{
                'X-Amz-Target' = "PaymentCryptographyControlPlane.$Operation"
            }
        }
    }

    AfterEach {
        Get-PcEndpoint | Stop-PcEndpoint
    }

    It 'answers the wire protocol with what the session sees' {
        $key = New-PcKey P0 AES_128
        $answer = Invoke-Operation GetKey @{ KeyIdentifier = $key.KeyArn }
        $answer.StatusCode | Should -Be 200
        ([System.Text.Encoding]::UTF8.GetString($answer.RawContentStream.ToArray()) | ConvertFrom-Json).Key.KeyCheckValue | Should -Be $key.KeyCheckValue
        (Get-PcEndpoint).Requests | Should -Be 1
    }

    It 'prints the variables for an SDK' {
        $printed = Start-PcEndpoint 6>&1
        "$printed" | Should -Match 'AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY=http://127\.0\.0\.1:\d+'
    }

    It 'fails as it is told to, once' {
        Add-PcEndpointFault Throttling ListKeys
        (Invoke-Operation ListKeys @{}).StatusCode | Should -Be 429
        (Invoke-Operation ListKeys @{}).StatusCode | Should -Be 200
        Add-PcEndpointFault InternalServer -Calls 9
        (Get-PcEndpoint).Faults | Should -HaveCount 1
        Clear-PcEndpointFault
        (Invoke-Operation ListKeys @{}).StatusCode | Should -Be 200
    }

    It 'is another provider to a session' {
        Set-PcProvider Aws -EndpointUrl $endpoint.Url -Region us-east-1 -AccessKey 111122223333 -SecretKey x
        $key = New-PcKey P0 AES_128
        Set-PcProvider Local -InMemory
        (Invoke-Operation GetKey @{ KeyIdentifier = $key.KeyArn }).StatusCode | Should -Be 200
    }

    It 'gets the requests for an inventory that were said beforehand' {
        New-PcKey P0 AES_128 -Alias alias/inventory
        New-PcKey K2 RSA_2048
        New-PcKey P0 AES_128 | Remove-PcKey -Force
        Set-PcProvider Aws -EndpointUrl $endpoint.Url -Region us-east-1 -AccessKey 111122223333 -SecretKey x
        $before = (Get-PcEndpoint).Requests
        $said = Get-PcKeyInventory -Verbose 4>&1 | ForEach-Object { if ("$_" -match 'This takes (\d+) requests') { [int] $Matches[1] } }
        $said | Should -Be 9
        # One page of keys and one of aliases come before.
        (Get-PcEndpoint).Requests - $before | Should -Be ($said + 2)
        $before = (Get-PcEndpoint).Requests
        Get-PcKeyInventory -Summary | Should -HaveCount 3
        (Get-PcEndpoint).Requests - $before | Should -Be 2
    }

    It 'is kept by -WhatIf, and its port is free after it stops' {
        Stop-PcEndpoint -WhatIf
        Get-PcEndpoint | Should -HaveCount 1
        $endpoint | Stop-PcEndpoint
        Get-PcEndpoint | Should -BeNullOrEmpty
        Start-PcEndpoint $endpoint.Port
        { Stop-PcEndpoint -Port 1 -ErrorAction Stop } | Should -Throw -ErrorId 'PcEndpointNotFound,*'
    }

    It 'is not open to the network without an access key' {
        { Start-PcEndpoint -ListenAddress 0.0.0.0 -ErrorAction Stop } | Should -Throw -ErrorId 'PcEndpointUnprotected,*'
        Get-PcEndpoint | Should -HaveCount 1
    }
}
