# Your own code: what a team writes around the module. TerminalKeys.Tests.ps1 tests it without an account.

<#
.SYNOPSIS
    Gives a terminal its initial DUKPT key, as a TR-31 block under the key encryption key of the terminal's maker.
#>
function Export-TerminalKey {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [ValidatePattern('^[0-9A-F]{20}$')]
        [string] $KeySerialNumber,

        [string] $BaseDerivationKey = 'alias/acquirer/bdk',

        [string] $MakerKey = 'alias/maker/kek'
    )

    (Export-PcKey -KeyIdentifier $BaseDerivationKey -WrappingKeyIdentifier $MakerKey -KeySerialNumber $KeySerialNumber -ErrorAction Stop).KeyMaterial
}

<#
.SYNOPSIS
    Moves an alias to a new key like the old one, and lets the old one go after 30 days.
#>
function Update-WorkingKey {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory)]
        [string] $Alias
    )

    $old = Get-PcKey -KeyIdentifier $Alias -ErrorAction Stop
    if (-not $PSCmdlet.ShouldProcess($Alias, 'Replace the key')) { return }
    $new = New-PcKey -Usage $old.KeyUsage -Algorithm $old.KeyAlgorithm -Exportable:$old.Exportable -ErrorAction Stop
    Set-PcKeyAlias -AliasName $Alias -KeyIdentifier $new.KeyArn -ErrorAction Stop
    Remove-PcKey -KeyIdentifier $old.KeyArn -PendingWindowInDays 30 -Force -ErrorAction Stop
    $new
}

Export-ModuleMember -Function Export-TerminalKey, Update-WorkingKey
