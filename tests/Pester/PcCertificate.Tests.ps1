#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# The behaviour that a user sees, in a real pwsh. Build first: the staged module is imported.

BeforeAll {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, 'WarmStore.psm1'))
}

Describe 'Certificates of key pairs' {
    BeforeEach {
        Use-WarmStore
    }

    It 'are objects and PEM' {
        $certificate = New-PcKey K3 ECC_NIST_P256 | Get-PcPublicKeyCertificate
        $certificate.Certificate | Should -BeOfType System.Security.Cryptography.X509Certificates.X509Certificate2
        $certificate.Certificate.Issuer | Should -Be $certificate.CertificateChain[0].Subject
        $certificate.Pem | Should -Match '^-----BEGIN CERTIFICATE-----'
    }

    It 'go to a file' {
        $file = Join-Path $TestDrive 'key.pem'
        New-PcKey S0 RSA_2048 | Get-PcPublicKeyCertificate -OutFile $file | Should -BeNullOrEmpty
        (Select-String -Path $file -Pattern 'BEGIN CERTIFICATE').Count | Should -BeGreaterThan 1
    }

    It 'are asked for with a request that verifies' {
        $request = New-PcKey K2 RSA_2048 | New-PcCertificateSigningRequest -CommonName 'KRD 1' -Country US
        $read = [System.Security.Cryptography.X509Certificates.CertificateRequest]::LoadSigningRequestPem($request.Pem, 'SHA256')
        $read.SubjectName.Name | Should -Match 'CN=KRD 1'
    }

    It 'are not for symmetric keys' {
        $key = New-PcKey P0 AES_128
        { Get-PcPublicKeyCertificate $key -ErrorAction Stop } | Should -Throw -ErrorId 'PcValidation,*'
        { New-PcCertificateSigningRequest $key -CommonName x -ErrorAction Stop } | Should -Throw -ErrorId 'PcValidation,*'
    }
}
