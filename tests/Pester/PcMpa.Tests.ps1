#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# The behaviour that a user sees, in a real pwsh. Build first: the staged module is imported.

BeforeAll {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop
    $script:team = 'arn:aws:mpa:us-east-1:111122223333:approval-team/custodians'
    $script:other = 'arn:aws:mpa:us-east-1:111122223333:approval-team/successors'
}

Describe 'Approval teams' {
    BeforeEach {
        Set-PcProvider -InMemory
    }

    It 'are associated, and replaced or released when they approve' {
        (Add-PcMpaTeam $team).AssociationState | Should -Be 'ACTIVE'
        Add-PcMpaTeam $other | Deny-PcMpaSession
        (Get-PcMpaTeam).MpaTeamArn | Should -Be $team
        Add-PcMpaTeam $other | Approve-PcMpaSession
        (Get-PcMpaTeam).MpaTeamArn | Should -Be $other
        (Remove-PcMpaTeam -Force).AssociationState | Should -Be 'DELETE_PENDING'
        Get-PcMpaSession PENDING | Approve-PcMpaSession
        { Get-PcMpaTeam -ErrorAction Stop } | Should -Throw -ErrorId 'PcResourceNotFound,*'
    }
}

Describe 'Quotas' {
    BeforeEach {
        Set-PcProvider -InMemory
    }

    It 'can be rehearsed' {
        Set-PcProvider -InMemory -KeyQuota 1
        New-PcKey P0 AES_128 | Out-Null
        { New-PcKey P0 AES_128 -ErrorAction Stop } | Should -Throw -ErrorId 'PcServiceQuotaExceeded,*'
    }
}
