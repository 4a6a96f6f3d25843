#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# What is documented and what has been observed: one setting decides. Build first: the staged module is imported.

BeforeAll {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop
    function SecureOf([string] $hex) { [System.Net.NetworkCredential]::new('', $hex).SecurePassword }
    $script:kbpk = SecureOf 'A1B2C3D4E5F60718293A4B5C6D7E8F90'
}

Describe 'Documented' {
    It 'refuses a key block of version E, of which Observed warns' {
        $key = New-PcKeyComponent AES_128 | Join-PcKeyComponent
        $block = $key | New-PcTr31KeyBlock $kbpk -ProtectionKeyAlgorithm AES_128 -Version E -Usage P0
        foreach ($conformance in 'Observed', 'Documented') {
            Set-PcProvider Local -InMemory -Conformance $conformance
            $parameters = Get-PcImportParameters KEY_CRYPTOGRAM RSA_3072
            $kek = $parameters | New-PcKeyCryptogram -Key $kbpk -Algorithm AES_128 | Import-PcKey -Usage K1
            if ($conformance -eq 'Observed') {
                ($block | Import-PcKey -WrappingKeyIdentifier $kek -WarningVariable warnings -WarningAction SilentlyContinue).KeyCheckValue | Should -Be $key.KeyCheckValue
                $warnings | Should -Not -BeNullOrEmpty
            }
            else {
                { $block | Import-PcKey -WrappingKeyIdentifier $kek -ErrorAction Stop } | Should -Throw '*version*'
            }
        }
    }

    It 'lists the part that a key has in replication, which Observed leaves out' {
        foreach ($conformance in 'Observed', 'Documented') {
            Set-PcProvider Local -InMemory -Conformance $conformance
            $null = New-PcKey P0 AES_128 -ReplicationRegion us-west-2
            (Get-PcKey -Summary).MultiRegionKeyType | Should -Be $(if ($conformance -eq 'Documented') { 'PRIMARY' }) -Because $conformance
        }
    }
}

Describe 'A single-DES key' {
    It 'comes out of a key block only when that is said' {
        $block = SecureOf '0123456789ABCDEF' | New-PcTr31KeyBlock (SecureOf '0123456789ABCDEFFEDCBA9876543210') -ProtectionKeyAlgorithm TDES -Algorithm DES -Usage P0 -WarningAction SilentlyContinue
        { $block | ConvertFrom-PcTr31KeyBlock -ProtectionKey (SecureOf '0123456789ABCDEFFEDCBA9876543210') -ProtectionKeyAlgorithm TDES -ErrorAction Stop } | Should -Throw '*-AllowSingleDes*'
        ($block | ConvertFrom-PcTr31KeyBlock -ProtectionKey (SecureOf '0123456789ABCDEFFEDCBA9876543210') -ProtectionKeyAlgorithm TDES -AllowSingleDes -WarningAction SilentlyContinue).KeyAlgorithm | Should -Be 'DES'
    }
}
