#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# Nothing given for something: every parameter of every cmdlet with $null, '', @() and @($null). Build first: the staged module is imported.

BeforeAll {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1')
    Import-Module $manifest -Force -ErrorAction Stop

    # A host without a screen: nobody can be asked for what is missing.
    $script:shell = [powershell]::Create()
    $null = $shell.AddScript("Import-Module '$manifest'; Set-PcProvider Local -InMemory; Set-Location '$TestDrive'").Invoke()
    $shell.Commands.Clear()

    # These would leave something running, or another provider behind.
    $script:onlyTold = 'Set-PcProvider', 'Start-PcEndpoint', 'Restore-PcStore', 'Update-PcVaultMasterKey'

    function FailuresOf([string] $script, [hashtable] $values) {
        $shell.Commands.Clear()
        $shell.Streams.ClearStreams()
        $null = $shell.AddScript($script).AddArgument($values)
        try { $null = $shell.Invoke() } catch { $_.Exception.InnerException.ErrorRecord ?? $_ }
        $shell.Streams.Error
    }

    function IsRaw($failure) {
        $type = $failure.Exception.GetType().FullName
        $failure.FullyQualifiedErrorId -like 'System.*' -or ($type -like 'System.*' -and $type -notlike 'System.Management.Automation.*')
    }

    function ValueOf([type] $type) {
        if ($type -eq [securestring]) { [System.Net.NetworkCredential]::new('', '404142434445464748494A4B4C4D4E4F').SecurePassword }
        elseif ($type -eq [switch] -or $type -eq [bool]) { $true }
        elseif ($type.IsEnum) { [enum]::GetValues($type)[0] }
        elseif ([System.Collections.IDictionary].IsAssignableFrom($type)) { @{ Name = 'value' } }
        elseif ($type -in [string], [object], [string[]], [object[]]) { 'AES_128' }
        else { 2 }
    }
}

AfterAll { $shell.Dispose() }

Describe 'A parameter' {
    It 'with nothing in it never ends in an error of .NET' {
        $common = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
        $nothing = [ordered]@{ '$null' = $null; "''" = ''; '@()' = @(); '@($null)' = @($null) }
        $raw = foreach ($command in Get-Command -Module PaymentCrypto -CommandType Cmdlet) {
            # In two sets of those that have it: what many sets share is read in one place.
            $times = @{}
            foreach ($set in $command.ParameterSets) {
                $needed = @{}
                $set.Parameters.Where{ $_.IsMandatory }.ForEach{ $needed[$_.Name] = ValueOf $_.ParameterType }
                if ($command.Name -in $onlyTold) { $needed['WhatIf'] = $true } elseif ($command.Parameters.ContainsKey('Confirm')) { $needed['Confirm'] = $false }
                foreach ($parameter in $set.Parameters.Where{ $_.Name -notin $common -and ++$times[$_.Name] -le 2 }) {
                    foreach ($one in $nothing.Keys) {
                        $values = $needed.Clone()
                        $values[$parameter.Name] = $nothing[$one]
                        foreach ($failure in FailuresOf "param(`$values) $($command.Name) @values" $values) {
                            if (IsRaw $failure) { "$($command.Name) ($($set.Name)) -$($parameter.Name) $one`: $($failure.Exception.GetType().Name) $($failure.Exception.Message)" }
                        }
                    }
                }
            }
        }
        $raw | Should -BeNullOrEmpty
    }

    It 'takes nothing from the pipeline without a word' {
        # The doctor's word is a finding: that nothing was given.
        foreach ($one in $null, '') { ($one | Test-PcKeyExchange).Check | Should -Be FormEmpty }
        foreach ($command in (Get-Command -Module PaymentCrypto -CommandType Cmdlet).Where{ $_.ParameterSets.Parameters.Where{ $_.ValueFromPipeline } -and $_.Name -notin @($onlyTold; 'Test-PcKeyExchange') }) {
            $needed = @{}
            $command.ParameterSets.Where({ $_.Parameters.Where{ $_.ValueFromPipeline } }, 'First').Parameters.Where{ $_.IsMandatory -and -not $_.ValueFromPipeline }.ForEach{ $needed[$_.Name] = ValueOf $_.ParameterType }
            foreach ($one in '$null', "''", '@($null)') {
                $failures = @(FailuresOf "param(`$values) $one | $($command.Name) @values" $needed)
                $failures.Where{ IsRaw $_ } | Should -BeNullOrEmpty -Because "$one | $($command.Name)"
                # New-PcKeyAlias makes an alias without a key on purpose, and warns: that is a word too.
                @($failures) + @($shell.Streams.Warning) | Should -Not -BeNullOrEmpty -Because "$one | $($command.Name)"
            }
        }
    }
}
