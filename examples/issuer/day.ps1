<#
.SYNOPSIS
    An issuer's day: a file of cards becomes PIN mailers and card values, and a cardholder changes the PIN.
.DESCRIPTION
    In the morning each card of cards.csv gets a PIN. The printer of the PIN mailers gets it in a block under a key of its own, and the issuer
    keeps the PIN verification value (PVV) and nothing else. The personalisation gets CVV, CVV2 and iCVV. In the afternoon a cardholder enters
    a new PIN at a cash machine: its PVV takes the place of the old one, and a script carries it to the chip, under the card's own keys and
    with a MAC that the chip checks.
    The keys live in memory only, unless the session's provider is asked for. The same on AWS:
        Set-PcProvider Aws; ./day.ps1 -UseSessionProvider
    Three files are left in -Destination: mailers.csv for the printer, cards.csv for the personalisation, pvv.csv for the issuer.
    It ends with exit code 1 when anything is not as it should be.
#>
[CmdletBinding()]
param(
    [string] $Path = (Join-Path $PSScriptRoot 'cards.csv'),
    [Parameter(Mandatory)] [string] $Destination,
    [switch] $UseSessionProvider
)

$ErrorActionPreference = 'Stop'

# Works in a plain pwsh in a clone after `dotnet build`; in PaymentCrypto.Shell the module is there already.
if (-not (Get-Module -Name PaymentCrypto)) {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'PaymentCrypto.psd1'))
}

function Assert([bool] $Is, [string] $What) { if (-not $Is) { throw "$What is wrong." } }

$before = Get-PcProvider
$isOwn = -not ($UseSessionProvider -or $before.InMemory)
if ($isOwn) { Set-PcProvider Local -InMemory }
$keys = @()
try {
    $plan = [ordered] @{
        'pvk'     = 'V2'      # PINs
        'cvk'     = 'C0'      # card values
        'mailer'  = 'P0'      # PIN blocks to the printer, which has this key in its HSM
        'machine' = 'P0'      # PIN blocks from the cash machine
        'imk-ac'  = 'E0'      # of which the three keys in the chip are made
        'imk-smc' = 'E1'
        'imk-smi' = 'E2'
    }
    foreach ($name in $plan.Keys) { $keys += New-PcKey $plan[$name] TDES_2KEY -Alias "alias/day/$name" }
    $cards = Import-Csv $Path

    # PIN mailers: the block goes to the printer, the PVV stays.
    $pins = $cards | New-PcPin alias/day/pvk alias/day/mailer
    $pins | Select-Object PrimaryAccountNumber, PinBlockFormat, EncryptedPinBlock | Export-Csv (Join-Path $Destination 'mailers.csv')
    $pins | Select-Object PrimaryAccountNumber, PinVerificationKeyIndex, VerificationValue | Export-Csv (Join-Path $Destination 'pvv.csv')
    "$($pins.Count) PIN mailers."

    # The values on stripe, card and chip: three columns more for each card.
    function Get-Value($Card, [string] $Kind) { $which = @{ $Kind = $true }; "$($Card | New-PcCardValidationData alias/day/cvk @which)" }
    $cards | Select-Object *, @{ n = 'Cvv'; e = { Get-Value $_ Cvv } }, @{ n = 'Cvv2'; e = { Get-Value $_ Cvv2 } }, @{ n = 'Icvv'; e = { Get-Value $_ Icvv } } |
        Export-Csv (Join-Path $Destination 'cards.csv')
    $right = Import-Csv (Join-Path $Destination 'cards.csv') | Select-Object *, @{ n = 'ValidationData'; e = { $_.Cvv2 } } | Test-PcCardValidationData alias/day/cvk -Cvv2
    Assert ($right -notcontains $false) 'A CVV2'
    "$(@($right).Count) cards with CVV, CVV2 and iCVV."

    # The cardholder enters the old PIN and a new one; the cash machine's PIN pad is played by the issuer's keys.
    $card = @{ PrimaryAccountNumber = $cards[0].Pan }
    $old = $pins[0] | Convert-PcPinBlock alias/day/mailer alias/day/machine
    Assert (Test-PcPin alias/day/pvk alias/day/machine @card -EncryptedPinBlock $old -VerificationValue $pins[0].VerificationValue) 'The old PIN'
    $entered = New-PcPin alias/day/pvk alias/day/machine @card
    $new = New-PcPin alias/day/pvk alias/day/machine @card -EncryptedPinBlock $entered
    Assert (Test-PcPin alias/day/pvk alias/day/machine @card -EncryptedPinBlock $entered -VerificationValue $new.VerificationValue) 'The new PIN'

    # The script to the chip, in answer to the cryptogram of this transaction; the chip checks the MAC over the command and the block.
    $arqc = New-PcAuthRequestCryptogram alias/day/imk-ac ('00' * 40) -EmvCommon @card -ApplicationTransactionCounter 0007
    $header = "8424000210$arqc"
    $script = New-PcEmvPinChange -IntegrityKey alias/day/imk-smi -ConfidentialityKey alias/day/imk-smc -EncryptionKey alias/day/machine @card -EmvCommon -ApplicationCryptogram $arqc -EncryptedPinBlock $entered -Data $header
    Assert (Test-PcMac alias/day/imk-smi "$header$($script.EncryptedPinBlock)" -SessionKeyDerivation EmvCommon @card -ApplicationCryptogram $arqc -Mac $script.Mac) 'The MAC of the script'
    'The PIN is changed, at the issuer and in the chip.'
}
finally {
    if ($isOwn) { $before | Set-PcProvider }
    else {
        Get-PcKeyAlias alias/day/* | Remove-PcKeyAlias -Force
        $keys | Remove-PcKey -Force
    }
}
