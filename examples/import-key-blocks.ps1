<#
.SYNOPSIS
    Imports a file of TR-31 key blocks, writes a report, and can be run again without importing anything twice.
.DESCRIPTION
    The file has one block a line, optionally followed by a comma and the check value that its sender states. Empty lines and lines that begin
    with # are skipped.

    How a block that is in the service already is recognised: by its SHA-256 digest. Before a block is imported the script takes the alias
    <AliasPrefix><first 32 hex digits of the digest>, which only one run can get; the key is imported with the whole digest as the tag
    tr31-sha256, and then the alias is moved to it. An alias with a key means: imported. An alias without a key means that a run was cut off in
    between: then the keys are searched for the tag, and the block is imported only if none has it. A key that its sender wraps anew is another
    block and is imported again. Each block needs an alias; AWS allows 2,000 unless you ask for more. A key with another check value than its
    sender states is disabled, and stays a failure until it has been dealt with by hand.

    One block that fails does not stop the others. It asks nothing. Exit codes: 0 when every block is in the service, 1 when at least one is
    not, 2 when nothing could be begun (no file, no key encryption key).
.PARAMETER Path
    The file with the blocks.
.PARAMETER WrappingKeyIdentifier
    The key encryption key that protects the blocks: a key ARN, a key id or an alias.
.PARAMETER ReportPath
    The report, a CSV file that is replaced: Line, Status, KeyArn, KeyUsage, KeyAlgorithm, KeyCheckValue, Digest, Problem.
.PARAMETER AliasPrefix
    What the aliases begin with.
.PARAMETER Tag
    More tags for the keys.
.PARAMETER PassThru
    Return an object for each block.
.EXAMPLE
    ./examples/import-key-blocks.ps1 -Path ./blocks.txt -WrappingKeyIdentifier alias/kek/partner -ReportPath ./report.csv

    Imports what is not there yet.
.EXAMPLE
    ./examples/import-key-blocks.ps1 -Path ./blocks.txt -WrappingKeyIdentifier alias/kek/partner -ReportPath ./report.csv -WhatIf

    Says which blocks are new; imports none, and writes no report.
.OUTPUTS
    With -PassThru one object for each block, with the columns of the report; Status is Imported, Present, Recovered, New (with -WhatIf) or
    Failed. Then one line of text with the counts. Every block that failed is also an error with its line number.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $Path,

    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $WrappingKeyIdentifier,

    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $ReportPath,

    [ValidatePattern('^alias/[a-zA-Z0-9/_-]{1,200}$')]
    [string] $AliasPrefix = 'alias/tr31/',

    [ValidateNotNull()]
    [hashtable] $Tag = @{},

    [switch] $PassThru
)

# In a clone after `dotnet build`, or with the module installed; in PaymentCrypto.Shell it is there already.
if (-not (Get-Module -Name PaymentCrypto)) {
    $clone = [System.IO.Path]::Combine($PSScriptRoot, '..', 'PaymentCrypto.psd1')
    Import-Module -Name $(if ([System.IO.File]::Exists($clone)) { $clone } else { 'PaymentCrypto' }) -ErrorAction Stop
}

function Get-BlockDigest([string] $Block) {
    [System.Convert]::ToHexString([System.Security.Cryptography.SHA256]::HashData([System.Text.Encoding]::ASCII.GetBytes($Block))).ToLowerInvariant()
}

# The alias of that name; nothing when there is none.
function Find-Alias([string] $Name) {
    try { Get-PcKeyAlias -AliasName $Name -ErrorAction Stop }
    catch { if ($_.FullyQualifiedErrorId -notlike 'PcResourceNotFound,*') { throw } }
}

# The key that an interrupted run has imported but not named; nothing when it did not come so far.
function Find-KeyByDigest([string] $Digest) {
    foreach ($key in Get-PcKey -State CREATE_COMPLETE -Summary -ErrorAction Stop) {
        if (($key | Get-PcKeyTag -ErrorAction Stop)['tr31-sha256'] -ceq $Digest) { return $key.KeyArn }
    }
}

function ConvertTo-CsvField([object] $Value) { '"' + ([string] $Value).Replace('"', '""') + '"' }

try {
    $lines = [System.IO.File]::ReadAllLines($PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path))
    $report = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($ReportPath)
    $kek = Get-PcKey -KeyIdentifier $WrappingKeyIdentifier -ErrorAction Stop
    if (-not $kek.Enabled) { throw "The key encryption key $kek is disabled: Enable-PcKey makes it usable again." }
}
catch {
    $PSCmdlet.WriteError($_)
    exit 2
}

$results = for ($i = 0; $i -lt $lines.Count; $i++) {
    $line = $lines[$i].Trim()
    if ($line -eq '' -or $line.StartsWith('#')) { continue }
    $block, $expected = $line.Split(',', 2).Trim()
    $digest = Get-BlockDigest $block
    $result = [ordered] @{
        Line = $i + 1; Status = $null; KeyArn = $null; KeyUsage = $null; KeyAlgorithm = $null; KeyCheckValue = $null; Digest = $digest; Problem = $null
    }
    try {
        $name = $AliasPrefix + $digest.Substring(0, 32)
        $alias = Find-Alias $name
        if ($alias.KeyArn) {
            $key = Get-PcKey -KeyIdentifier $alias.KeyArn -ErrorAction Stop
            $result.Status = 'Present'
        }
        elseif (-not $PSCmdlet.ShouldProcess("the block of line $($i + 1)", "Import under $kek")) {
            $result.Status = 'New'
            $key = $null
        }
        else {
            $found = $null
            if ($alias) { $found = Find-KeyByDigest $digest } else { $null = New-PcKeyAlias -AliasName $name -ErrorAction Stop }
            if ($found) {
                $key = Get-PcKey -KeyIdentifier $found -ErrorAction Stop
                $result.Status = 'Recovered'
            }
            else {
                $import = @{ WrappedKeyBlock = $block; WrappingKeyIdentifier = $kek.KeyArn; Tag = $Tag + @{ 'tr31-sha256' = $digest } }
                if ($expected) { $import.ExpectedKeyCheckValue = $expected }
                try { $key = Import-PcKey @import -ErrorAction Stop }
                catch {
                    # Refused for certain: the name is free again. After anything else, a lost answer or another check value, the key may be in the
                    # service: then the name stays, and the next run looks for the key.
                    if ($_.FullyQualifiedErrorId -match '^Pc(Validation|MemberInvalid|AccessDenied|ServiceQuotaExceeded|ResourceNotFound|Throttling),') {
                        Remove-PcKeyAlias -AliasName $name -Force -ErrorAction Ignore
                    }
                    throw
                }
                $result.Status = 'Imported'
            }
            Set-PcKeyAlias -AliasName $name -KeyIdentifier $key.KeyArn -ErrorAction Stop
        }
        if ($key) {
            $result.KeyArn = $key.KeyArn
            $result.KeyUsage = $key.KeyUsage
            $result.KeyAlgorithm = $key.KeyAlgorithm
            $result.KeyCheckValue = $key.KeyCheckValue
            if ($expected -and $key.KeyCheckValue -ne $expected) {
                throw "The key $key was imported with the check value $($key.KeyCheckValue), but its sender states $expected."
            }
        }
    }
    catch {
        $result.Status = 'Failed'
        $result.Problem = "$($_.FullyQualifiedErrorId.Split(',')[0]): $($_.Exception.Message)"
        $told = [System.Management.Automation.ErrorRecord]::new($_.Exception, $_.FullyQualifiedErrorId, $_.CategoryInfo.Category, $i + 1)
        $told.ErrorDetails = "$Path, line $($i + 1): $_"
        $PSCmdlet.WriteError($told)
    }
    [pscustomobject] $result
}

if ($PSCmdlet.ShouldProcess($report, 'Write the report')) {
    $columns = 'Line', 'Status', 'KeyArn', 'KeyUsage', 'KeyAlgorithm', 'KeyCheckValue', 'Digest', 'Problem'
    $rows = foreach ($result in $results) { (& { foreach ($column in $columns) { ConvertTo-CsvField $result.$column } }) -join ',' }
    try { [System.IO.File]::WriteAllLines($report, [string[]] (@($columns -join ',') + $rows)) }
    catch { $PSCmdlet.WriteError($_); exit 1 }
}

if ($PassThru) { $results }
$counts = foreach ($status in 'Imported', 'Recovered', 'Present', 'New', 'Failed') { "$(@($results).Where({ $_.Status -eq $status }).Count) $($status.ToLowerInvariant())" }
"$(@($results).Count) blocks: $($counts -join ', ')."
if ($results.Status -contains 'Failed') { exit 1 }
