#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# The behaviour that a user sees, in a real pwsh. Build first: the staged module is imported.

BeforeAll {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop
}

Describe 'Replication' {
    BeforeEach {
        Set-PcProvider -InMemory
    }

    It 'puts a key into another region and takes it away' {
        $key = New-PcKey P0 AES_128
        $key | Add-PcKeyReplicationRegion -ReplicationRegion eu-west-1
        (Get-PcKey $key).ReplicationStatus.Region | Should -Be 'eu-west-1'
        Set-PcProvider -Region eu-west-1
        (Get-PcKey $key.KeyId).MultiRegionKeyType | Should -Be 'REPLICA'
        Set-PcProvider -Region us-east-1
        $key | Remove-PcKeyReplicationRegion -ReplicationRegion eu-west-1 -Force
    }

    It 'has default regions for new keys' {
        Enable-PcDefaultReplicationRegion eu-west-1, us-west-2
        Get-PcDefaultReplicationRegion | Should -HaveCount 2
        Disable-PcDefaultReplicationRegion us-west-2 -PassThru | Should -Be 'eu-west-1'
        (New-PcKey P0 AES_128).UsingDefaultReplicationRegions | Should -BeTrue
        (New-PcKey P0 AES_128 -ReplicationRegion @()).ReplicationStatus | Should -BeNullOrEmpty
    }
}
