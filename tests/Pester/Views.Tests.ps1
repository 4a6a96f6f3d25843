#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# What is on the screen can be typed: every heading and label of every view is a property that gives what is shown. Build first.

BeforeAll {
    $script:folder = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'PaymentCrypto')
    Import-Module (Join-Path $folder 'PaymentCrypto.psd1') -Force -ErrorAction Stop

    # Without the colours, dashes and dots that a screen needs.
    function PlainOf($value) { (($value -join ', ') -replace "`e\[[0-9;]*m") -replace '\s+', ' ' }
}

Describe 'A view' {
    It 'is headed by the names of properties' {
        $unknown = foreach ($file in Get-ChildItem $folder -Filter *.Format.ps1xml) {
            foreach ($view in ([xml](Get-Content -Raw $file)).Configuration.ViewDefinitions.View) {
                $heads = @($view.SelectNodes('.//TableColumnHeader/Label | .//ListItem/Label').ForEach('InnerText'))
                $heads += @($view.SelectNodes('.//ListItem[not(Label)]/PropertyName').ForEach('InnerText'))
                foreach ($name in @($view.ViewSelectedBy.TypeName)) {
                    if (-not ($type = $name -as [type])) { continue }
                    $properties = @($type.GetProperties().Name) + @((Get-TypeData $name).Members.Keys)
                    $heads.Where{ $_ -and $_ -notin $properties }.ForEach{ "$($view.Name): $_ is no property of $name" }
                }
            }
        }
        $unknown | Should -BeNullOrEmpty
    }

    It 'has no empty field in constrained language' {
        $fields = foreach ($mode in 'FullLanguage', 'ConstrainedLanguage') {
            $shell = [powershell]::Create()
            $null = $shell.AddScript(@"
                Import-Module '$folder/PaymentCrypto.psd1'; Set-PcProvider Local -InMemory
                `$key = New-PcKey P0 AES_128 -Alias alias/pin
                `$all = `$key, (Get-PcProvider), (Get-PcKeyAlias), (Get-PcImportParameters TR34_KEY_BLOCK RSA_2048), (New-PcKeyComponent AES_128)
                `$ExecutionContext.SessionState.LanguageMode = '$mode'
                `$all | Format-List | Out-String -Width 400; `$all.ForEach{ `$_ } | ForEach-Object { `$_ | Format-Table | Out-String -Width 400 }
"@)
            $text = $shell.Invoke() -join "`n"
            $shell.Dispose()
            $lines = $text -split "`r?`n"
            $lines.Where{ $_ -match '^alias/pin +P0 PIN encryption +AES_128 +enabled +[0-9A-F]{6} +[0-9]' } | Should -Not -BeNullOrEmpty -Because $mode
            , $lines.Where{ $_ -match '^\w+ +: \S' }.ForEach{ $_ -replace ' .*' }
        }
        $fields[0] | Should -Be $fields[1]
    }

    It 'shows what its property gives' {
        Set-PcProvider Local -InMemory
        $key = New-PcKey P0 AES_128 -Alias alias/pin
        $kbpk = New-PcKeyComponent AES_128 | Join-PcKeyComponent
        $clear = New-PcKeyComponent AES_128 | Join-PcKeyComponent
        $tr31 = $clear | New-PcTr31KeyBlock $kbpk -Usage P0 -OptionalBlock 'LB=A label'
        $shown = $key, (Get-PcProvider), $kbpk, ($clear | Get-PcKeyCheckValue), $tr31, $tr31.OptionalBlocks[0], (Get-PcImportParameters TR34_KEY_BLOCK RSA_2048), (Get-PcKeyAlias)[0], (Get-PcToken)[0]
        foreach ($object in $shown) {
            $lines = ($object | Format-List | Out-String -Width 400) -split "`r?`n"
            $pairs = $lines.Where{ $_ -match '^(\w+) +: (\S.*)$' }
            $pairs | Should -Not -BeNullOrEmpty -Because $object.GetType().Name
            foreach ($pair in $pairs) {
                $null = $pair -match '^(\w+) +: (\S.*)$'
                $object.($Matches[1]) | Should -Not -BeNullOrEmpty -Because "$($object.GetType().Name) shows $($Matches[1]) as $($Matches[2])"
            }
        }
    }
}
