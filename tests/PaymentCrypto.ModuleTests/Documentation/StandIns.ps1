# Stand-ins for what pwsh brings in Microsoft.PowerShell.Utility, .Management and .Security, which a bare engine does not have: as much of each
# as the examples use. They are not under test; the examples are.

function Resolve-DocPath([string] $Path) { $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path) }

function Get-DocProperty($InputObject, $Property) {
    if ($Property -is [scriptblock]) { $_ = $InputObject; return & $Property }
    if ($Property -is [System.Collections.IDictionary]) { $_ = $InputObject; return & ($Property['Expression'] ?? $Property['e']) }
    $InputObject.$Property
}

function Read-Host {
    [CmdletBinding()] param([Parameter(Position = 0, ValueFromRemainingArguments)] [object] $Prompt, [switch] $AsSecureString, [switch] $MaskInput)
    # What somebody typed, or else some passphrase.
    $text = try { $Host.UI.ReadLine() } catch [System.NotSupportedException] { 'correct horse battery staple' }
    if ($AsSecureString) { ConvertTo-SecureString $text -AsPlainText -Force } else { $text }
}

function ConvertTo-SecureString {
    [CmdletBinding()] param([Parameter(Position = 0, ValueFromPipeline)] [string] $String, [switch] $AsPlainText, [switch] $Force)
    process {
        $secret = [securestring]::new()
        foreach ($character in $String.ToCharArray()) { $secret.AppendChar($character) }
        # Unrolled it would be enumerated.
        , $secret
    }
}

function Write-Host {
    [CmdletBinding()] param([Parameter(Position = 0, ValueFromPipeline, ValueFromRemainingArguments)] [object[]] $Object, [switch] $NoNewline, $ForegroundColor, $BackgroundColor, [string] $Separator = ' ')
    process { if ($NoNewline) { $Host.UI.Write($Object -join $Separator) } else { $Host.UI.WriteLine($Object -join $Separator) } }
}

function Write-Output {
    [CmdletBinding()] param([Parameter(Position = 0, ValueFromPipeline, ValueFromRemainingArguments)] [object[]] $InputObject, [switch] $NoEnumerate)
    process { $InputObject }
}

function Write-Warning { [CmdletBinding()] param([Parameter(Position = 0, ValueFromPipeline)] [string] $Message) process { $PSCmdlet.WriteWarning($Message) } }
function Write-Verbose { [CmdletBinding()] param([Parameter(Position = 0, ValueFromPipeline)] [string] $Message) process { $PSCmdlet.WriteVerbose($Message) } }

function Write-Error {
    [CmdletBinding()] param([Parameter(Position = 0, ValueFromPipeline)] [string] $Message)
    process { $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([System.Exception]::new($Message), 'WriteError', 'NotSpecified', $null)) }
}

function Select-Object {
    [CmdletBinding()] param(
        [Parameter(ValueFromPipeline)] [object] $InputObject, [Parameter(Position = 0)] [object[]] $Property, [string[]] $ExcludeProperty,
        [string] $ExpandProperty, [int] $First = -1, [int] $Last = -1, [int] $Skip = 0, [switch] $Unique)
    begin { $all = [System.Collections.Generic.List[object]]::new() }
    process { if ($null -ne $InputObject) { $all.Add($InputObject) } }
    end {
        $from = if ($Last -ge 0) { [Math]::Max(0, $all.Count - $Last) } else { $Skip }
        $to = if ($First -ge 0) { [Math]::Min($all.Count, $from + $First) } else { $all.Count }
        $seen = [System.Collections.Generic.HashSet[string]]::new()
        for ($index = $from; $index -lt $to; $index++) {
            $item = $all[$index]
            if ($Unique -and -not $seen.Add("$(if ($Property) { $Property.ForEach({ "$(Get-DocProperty $item $_)" }) -join "`0" } else { $item })")) { continue }
            if ($ExpandProperty) { $item.$ExpandProperty; continue }
            if (-not $Property) { $item; continue }
            $picked = [ordered]@{}
            foreach ($wanted in $Property) {
                if ($wanted -is [string]) {
                    foreach ($found in $item.PSObject.Properties.Match($wanted)) { if ($found.Name -notin $ExcludeProperty) { $picked[$found.Name] = $found.Value } }
                    if ($wanted -notmatch '[*?]' -and -not $picked.Contains($wanted)) { $picked[$wanted] = $item.$wanted }
                } else { $picked["$($wanted['Name'] ?? $wanted['n'] ?? $wanted['Label'] ?? $wanted['l'])"] = Get-DocProperty $item $wanted }
            }
            [pscustomobject] $picked
        }
    }
}

function Sort-Object {
    [CmdletBinding()] param([Parameter(ValueFromPipeline)] [object] $InputObject, [Parameter(Position = 0)] [object[]] $Property, [switch] $Descending, [switch] $Unique, [int] $Top)
    begin { $all = [System.Collections.Generic.List[object]]::new() }
    process { $all.Add($InputObject) }
    end {
        $sorted = [object[]] $all.ToArray()
        $keys = @(if ($Property) { $Property } else { , $null })
        for ($index = $keys.Count - 1; $index -ge 0; $index--) {
            $key = $keys[$index]
            $values = [object[]] @(foreach ($item in $sorted) { , $(if ($null -eq $key) { $item } else { Get-DocProperty $item $key }) })
            $down = $Descending -or ($key -is [System.Collections.IDictionary] -and $key['Descending'])
            for ($i = 1; $i -lt $sorted.Count; $i++) {
                for ($j = $i; $j -gt 0; $j--) {
                    $order = [System.Management.Automation.LanguagePrimitives]::Compare($values[$j - 1], $values[$j], $true)
                    if ($(if ($down) { $order -ge 0 } else { $order -le 0 })) { break }
                    $values[$j - 1], $values[$j] = $values[$j], $values[$j - 1]
                    $sorted[$j - 1], $sorted[$j] = $sorted[$j], $sorted[$j - 1]
                }
            }
        }
        if ($Unique) { $sorted = @($sorted | Select-Object -Unique -Property $Property) }
        if ($Top) { $sorted[0..([Math]::Min($Top, $sorted.Count) - 1)] } else { $sorted }
    }
}

function Group-Object {
    [CmdletBinding()] param([Parameter(ValueFromPipeline)] [object] $InputObject, [Parameter(Position = 0)] [object[]] $Property, [switch] $NoElement, [switch] $AsHashTable, [switch] $AsString)
    begin { $groups = [ordered]@{} }
    process {
        $name = @($Property.ForEach({ "$(Get-DocProperty $InputObject $_)" })) -join ', '
        if (-not $groups.Contains($name)) { $groups[$name] = [System.Collections.Generic.List[object]]::new() }
        $groups[$name].Add($InputObject)
    }
    end {
        if ($AsHashTable) { $table = @{}; $groups.Keys.ForEach({ $table[$_] = $groups[$_].ToArray() }); return $table }
        foreach ($name in $groups.Keys) { [pscustomobject] @{ Count = $groups[$name].Count; Name = $name; Group = $groups[$name].ToArray() } }
    }
}

function Measure-Object {
    [CmdletBinding()] param([Parameter(ValueFromPipeline)] [object] $InputObject, [Parameter(Position = 0)] [string] $Property, [switch] $Sum, [switch] $Average, [switch] $Minimum, [switch] $Maximum)
    begin { $values = [System.Collections.Generic.List[object]]::new() }
    process { if ($null -ne $InputObject) { $values.Add($(if ($Property) { $InputObject.$Property } else { $InputObject })) } }
    end {
        $sorted = @($values | Sort-Object)
        $total = 0; if ($Sum -or $Average) { $values.ForEach({ $total += $_ }) }
        [pscustomobject] @{ Count = $values.Count; Sum = $total; Average = $(if ($values.Count) { $total / $values.Count }); Minimum = $sorted[0]; Maximum = $sorted[-1]; Property = $Property }
    }
}

function ConvertTo-DocPlain($Value, [int] $Depth) {
    if ($null -eq $Value) { return $null }
    $base = $Value.PSObject.BaseObject
    if ($base -is [string] -or $base -is [bool] -or $base -is [datetime] -or $base.GetType().IsPrimitive -or $base -is [decimal]) { return $base }
    if ($base -is [enum]) { return [long] $base }
    if ($Depth -lt 0) { return "$Value" }
    if ($base -is [System.Collections.IDictionary]) {
        $table = [System.Collections.Generic.Dictionary[string, object]]::new()
        foreach ($name in $base.Keys) { $table["$name"] = ConvertTo-DocPlain $base[$name] ($Depth - 1) }
        return $table
    }
    if ($base -is [System.Collections.IEnumerable]) { return , [object[]] @(foreach ($item in $base) { ConvertTo-DocPlain $item ($Depth - 1) }) }
    $table = [System.Collections.Generic.Dictionary[string, object]]::new()
    foreach ($property in $Value.PSObject.Properties) { $table[$property.Name] = ConvertTo-DocPlain $property.Value ($Depth - 1) }
    $table
}

function ConvertTo-Json {
    [CmdletBinding()] param([Parameter(Position = 0, ValueFromPipeline)] [object] $InputObject, [int] $Depth = 2, [switch] $Compress, [switch] $AsArray, [switch] $EnumsAsStrings)
    begin { $all = [System.Collections.Generic.List[object]]::new() }
    process { $all.Add($InputObject) }
    end {
        $options = [System.Text.Json.JsonSerializerOptions]::new()
        $options.WriteIndented = -not $Compress
        $plain = [object[]] @(foreach ($item in $all) { , (ConvertTo-DocPlain $item $Depth) })
        $single = $plain.Count -eq 1 -and -not $AsArray
        [System.Text.Json.JsonSerializer]::Serialize($(if ($single) { , $plain[0] } else { , $plain }), [object], $options)
    }
}

function ConvertFrom-DocJson([System.Text.Json.JsonElement] $Element, [bool] $AsHashtable) {
    switch ("$($Element.ValueKind)") {
        'Object' {
            $table = [ordered]@{}
            foreach ($property in $Element.EnumerateObject()) { $table[$property.Name] = ConvertFrom-DocJson $property.Value $AsHashtable }
            if ($AsHashtable) { $table } else { [pscustomobject] $table }
        }
        'Array' { , [object[]] @(foreach ($item in $Element.EnumerateArray()) { ConvertFrom-DocJson $item $AsHashtable }) }
        'String' { $Element.GetString() }
        'Number' { if ($Element.GetRawText() -match '[.eE]') { $Element.GetDouble() } else { $Element.GetInt64() } }
        'True' { $true }
        'False' { $false }
    }
}

function ConvertFrom-Json {
    [CmdletBinding()] param([Parameter(Position = 0, ValueFromPipeline)] [string] $InputObject, [switch] $AsHashtable, [int] $Depth)
    begin { $text = '' }
    process { $text += "$InputObject`n" }
    end { ConvertFrom-DocJson ([System.Text.Json.JsonDocument]::Parse($text).RootElement) $AsHashtable.IsPresent }
}

function ConvertTo-Csv {
    [CmdletBinding()] param([Parameter(ValueFromPipeline)] [object] $InputObject, [switch] $NoTypeInformation)
    begin { $names = $null }
    process {
        if (-not $names) { $names = @($InputObject.PSObject.Properties.Name); ($names.ForEach({ "`"$_`"" })) -join ',' }
        $(foreach ($name in $names) { "`"$("$($InputObject.$name)".Replace('"', '""'))`"" }) -join ','
    }
}

function ConvertFrom-Csv {
    [CmdletBinding()] param([Parameter(Position = 0, ValueFromPipeline)] [string[]] $InputObject, [string] $Delimiter = ',', [string[]] $Header)
    begin { $names = $Header }
    process {
        foreach ($line in ($InputObject -split "`r?`n")) {
            if ($line -eq '') { continue }
            $cells = @([regex]::Matches($line, '(?:^|' + [regex]::Escape($Delimiter) + ')(?:"((?:[^"]|"")*)"|([^' + $Delimiter + ']*))').ForEach({ if ($_.Groups[1].Success) { $_.Groups[1].Value.Replace('""', '"') } else { $_.Groups[2].Value } }))
            if (-not $names) { $names = $cells; continue }
            $row = [ordered]@{}
            for ($index = 0; $index -lt $names.Count; $index++) { $row[$names[$index]] = $cells[$index] }
            [pscustomobject] $row
        }
    }
}

function Export-Csv {
    [CmdletBinding()] param([Parameter(ValueFromPipeline)] [object] $InputObject, [Parameter(Position = 0)] [string] $Path, [switch] $NoTypeInformation, [switch] $Append, [string] $Encoding)
    begin { $all = [System.Collections.Generic.List[object]]::new() }
    process { $all.Add($InputObject) }
    end { $all | ConvertTo-Csv | Set-Content $Path }
}

function Import-Csv { [CmdletBinding()] param([Parameter(Position = 0)] [string] $Path, [string] $Delimiter = ',', [string[]] $Header) Get-Content $Path | ConvertFrom-Csv -Delimiter $Delimiter -Header $Header }

function Get-Content {
    [CmdletBinding()] param([Parameter(Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [Alias('FullName', 'LiteralPath')] [string[]] $Path, [switch] $Raw, [int] $TotalCount = [int]::MaxValue)
    process {
        foreach ($file in $Path) {
            if ($Raw) { [System.IO.File]::ReadAllText((Resolve-DocPath $file)) } else { [System.IO.File]::ReadAllLines((Resolve-DocPath $file)) | Select-Object -First $TotalCount }
        }
    }
}

function Set-Content {
    [CmdletBinding()] param([Parameter(Position = 0)] [Alias('LiteralPath')] [string] $Path, [Parameter(Position = 1, ValueFromPipeline)] [object[]] $Value, [switch] $NoNewline, [switch] $Force, [string] $Encoding, [switch] $AsByteStream)
    begin { $lines = [System.Collections.Generic.List[object]]::new() }
    process { $lines.AddRange($Value) }
    end {
        if ($AsByteStream) { [System.IO.File]::WriteAllBytes((Resolve-DocPath $Path), [byte[]] $lines.ToArray()) }
        else { [System.IO.File]::WriteAllText((Resolve-DocPath $Path), (($lines.ToArray() -join "`n") + $(if ($NoNewline) { '' } else { "`n" }))) }
    }
}

function Add-Content {
    [CmdletBinding()] param([Parameter(Position = 0)] [string] $Path, [Parameter(Position = 1, ValueFromPipeline)] [object[]] $Value)
    process { foreach ($line in $Value) { [System.IO.File]::AppendAllText((Resolve-DocPath $Path), "$line`n") } }
}

function Out-File {
    [CmdletBinding()] param([Parameter(Position = 0)] [Alias('Path')] [string] $FilePath, [Parameter(ValueFromPipeline)] [object] $InputObject, [switch] $Append, [string] $Encoding)
    begin { $lines = [System.Collections.Generic.List[object]]::new() }
    process { $lines.Add($InputObject) }
    end { $lines.ToArray() | Set-Content $FilePath }
}

function Test-Path { [CmdletBinding()] param([Parameter(Position = 0)] [Alias('LiteralPath')] [string] $Path, [string] $PathType) $full = Resolve-DocPath $Path; if ($Path -like 'env:*') { $null -ne [Environment]::GetEnvironmentVariable($Path.Substring(4)) } else { [System.IO.Path]::Exists($full) } }
function Join-Path { [CmdletBinding()] param([Parameter(Position = 0)] [string] $Path, [Parameter(Position = 1)] [string] $ChildPath, [Parameter(Position = 2, ValueFromRemainingArguments)] [string[]] $AdditionalChildPath) [System.IO.Path]::Combine(@($Path, $ChildPath) + @($AdditionalChildPath | Where-Object { $_ })) }
function Split-Path { [CmdletBinding()] param([Parameter(Position = 0)] [string] $Path, [switch] $Leaf, [switch] $Parent) if ($Leaf) { [System.IO.Path]::GetFileName($Path) } else { [System.IO.Path]::GetDirectoryName($Path) } }
function Resolve-Path { [CmdletBinding()] param([Parameter(Position = 0)] [string] $Path) [pscustomobject] @{ Path = Resolve-DocPath $Path } }

function New-Item {
    [CmdletBinding()] param([Parameter(Position = 0)] [string] $Path, [string] $ItemType = 'File', [string] $Value = '', [switch] $Force)
    $full = Resolve-DocPath $Path
    if ($ItemType -eq 'Directory') { [System.IO.Directory]::CreateDirectory($full) } else { [System.IO.File]::WriteAllText($full, $Value); [System.IO.FileInfo]::new($full) }
}

function Remove-Item {
    [CmdletBinding()] param([Parameter(Position = 0, ValueFromPipeline)] [Alias('LiteralPath')] [string[]] $Path, [switch] $Recurse, [switch] $Force)
    process {
        foreach ($item in $Path) {
            if ($item -like 'env:*') { [Environment]::SetEnvironmentVariable($item.Substring(4).TrimStart('/', '\'), $null); continue }
            $full = Resolve-DocPath $item
            if ([System.IO.Directory]::Exists($full)) { [System.IO.Directory]::Delete($full, $Recurse) } else { [System.IO.File]::Delete($full) }
        }
    }
}

function Set-Item { [CmdletBinding()] param([Parameter(Position = 0)] [Alias('LiteralPath')] [string] $Path, [Parameter(Position = 1)] [object] $Value) [Environment]::SetEnvironmentVariable(($Path -replace '^env:[/\\]?'), $Value) }

function Get-ChildItem {
    [CmdletBinding()] param([Parameter(Position = 0)] [string] $Path = '.', [string] $Filter, [switch] $File, [switch] $Recurse)
    $full = Resolve-DocPath $Path
    if ([System.IO.Directory]::Exists($full)) { $folder = $full; $pattern = $Filter ? $Filter : '*' } else { $folder = [System.IO.Path]::GetDirectoryName($full); $pattern = [System.IO.Path]::GetFileName($full) }
    [System.IO.DirectoryInfo]::new($folder).GetFiles($pattern) | Sort-Object Name
}

function Get-Item { [CmdletBinding()] param([Parameter(Position = 0)] [Alias('LiteralPath')] [string] $Path) [System.IO.FileInfo]::new((Resolve-DocPath $Path)) }
function Copy-Item { [CmdletBinding()] param([Parameter(Position = 0)] [string] $Path, [Parameter(Position = 1)] [string] $Destination, [switch] $Force) [System.IO.File]::Copy((Resolve-DocPath $Path), (Resolve-DocPath $Destination), $Force.IsPresent) }
function Set-Location { [CmdletBinding()] param([Parameter(Position = 0)] [string] $Path) $null = $ExecutionContext.SessionState.Path.SetLocation($Path) }
function Get-Location { [CmdletBinding()] param() $ExecutionContext.SessionState.Path.CurrentLocation }
function Get-Date { [CmdletBinding()] param([Parameter(Position = 0)] [object] $Date = [datetime]::Now, [string] $Format, [switch] $AsUTC) $time = [datetime] $Date; if ($AsUTC) { $time = $time.ToUniversalTime() }; if ($Format) { $time.ToString($Format, [cultureinfo]::InvariantCulture) } else { $time } }
function New-TimeSpan { [CmdletBinding()] param([int] $Days, [int] $Hours, [int] $Minutes, [int] $Seconds) [timespan]::new($Days, $Hours, $Minutes, $Seconds) }
function New-Guid { [CmdletBinding()] param() [guid]::NewGuid() }
function Start-Sleep { [CmdletBinding()] param([Parameter(Position = 0)] [double] $Seconds, [int] $Milliseconds) }
function Get-Random { [CmdletBinding()] param([int] $Maximum = [int]::MaxValue, [int] $Minimum = 0) [System.Random]::Shared.Next($Minimum, $Maximum) }

function New-Object { [CmdletBinding()] param([Parameter(Position = 0)] [string] $TypeName, [Parameter(Position = 1)] [object[]] $ArgumentList = @()) , [Activator]::CreateInstance(($TypeName -as [type]), $ArgumentList) }

function Add-Member {
    [CmdletBinding()] param([Parameter(ValueFromPipeline)] [psobject] $InputObject, [Parameter(Position = 0)] [string] $MemberType, [Parameter(Position = 1)] [string] $Name, [Parameter(Position = 2)] [object] $Value, [switch] $PassThru)
    process { $InputObject.PSObject.Properties.Add([psnoteproperty]::new($Name, $Value)); if ($PassThru) { $InputObject } }
}

function Export-Clixml {
    [CmdletBinding()] param([Parameter(Position = 0)] [string] $Path, [Parameter(ValueFromPipeline)] [psobject] $InputObject, [int] $Depth = 2)
    begin { $all = [System.Collections.Generic.List[object]]::new() }
    process { $all.Add($InputObject) }
    end { [System.Management.Automation.PSSerializer]::Serialize($(if ($all.Count -eq 1) { $all[0] } else { , $all.ToArray() }), $Depth) | Set-Content $Path }
}

function Import-Clixml { [CmdletBinding()] param([Parameter(Position = 0)] [string] $Path) [System.Management.Automation.PSSerializer]::Deserialize((Get-Content $Path -Raw)) }

# What they format is shown in its default view; the tests compare no output of code that uses them.
function Format-Table { [CmdletBinding()] param([Parameter(ValueFromPipeline)] [object] $InputObject, [Parameter(Position = 0)] [object[]] $Property, [switch] $AutoSize, [switch] $Wrap, [object] $GroupBy, [string] $View, [switch] $HideTableHeaders) process { $InputObject } }
function Format-List { [CmdletBinding()] param([Parameter(ValueFromPipeline)] [object] $InputObject, [Parameter(Position = 0)] [object[]] $Property, [object] $GroupBy, [string] $View) process { $InputObject } }
function Out-String { [CmdletBinding()] param([Parameter(ValueFromPipeline)] [object] $InputObject, [int] $Width, [switch] $Stream) begin { $text = '' } process { $text += "$InputObject`n" } end { $text } }

# For the setup of an example: what somebody types when a cmdlet asks.
function Send-DocAnswer { [CmdletBinding()] param([Parameter(ValueFromRemainingArguments)] [string[]] $Text) foreach ($line in $Text) { $DocAnswers.Enqueue($line) } }
