<#
.SYNOPSIS
    A purchase with chip and PIN, from the terminal over the acquirer to the issuer and back.
.DESCRIPTION
    The terminal sends a PIN block in ISO format 4 under its AES DUKPT key, the cryptogram of the chip, and a MAC. The acquirer checks the MAC,
    translates the PIN block to ISO format 0 under the key of the zone, and sends the message on with a MAC of its own. The issuer verifies MAC,
    PIN (by PVV) and cryptogram, and answers the chip. The answer goes the same way back, each hop with its MAC.
    Each side has keys of its own, under aliases that begin with its name. They are made for the rehearsal and live in memory only: in the
    session's store if that is in memory, else in a new one, after which the session goes back to its provider. The same on AWS:
        Set-PcProvider Aws; ./purchase.ps1 -UseSessionProvider
    Aliases and keys are removed at the end (on AWS a key waits seven days for it).
    It ends with exit code 1 when anything is not as it should be.
#>
[CmdletBinding()]
param(
    [string] $PrimaryAccountNumber = '4111111111111111',
    [int] $Amount = 1999,
    [switch] $UseSessionProvider
)

$ErrorActionPreference = 'Stop'

# Works in a plain pwsh in a clone after `dotnet build`; in PaymentCrypto.Shell the module is there already.
if (-not (Get-Module -Name PaymentCrypto)) {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'PaymentCrypto.psd1'))
}

function Assert([bool] $Is, [string] $What) {
    if (-not $Is) { throw "$What is wrong." }
    "$What is right."
}

$before = Get-PcProvider
$isOwn = -not ($UseSessionProvider -or $before.InMemory)
if ($isOwn) { Set-PcProvider Local -InMemory }
$keys = @()
try {
    # Who has which key. What two sides share has one name here; between two accounts it would be exchanged by TR-34 or TR-31.
    $plan = [ordered] @{
        'terminal/entry' = 'P0', 'AES_128'          # stands for the secure part of the PIN pad
        'acquirer/bdk'   = 'B0', 'AES_128'          # the base key of all terminals
        'zone/pek'       = 'P0', 'TDES_2KEY'        # acquirer and issuer: PIN blocks
        'zone/mac'       = 'M6', 'AES_128'          # acquirer and issuer: messages
        'issuer/pvk'     = 'V2', 'TDES_2KEY'
        'issuer/imk-ac'  = 'E0', 'TDES_2KEY'        # of which the key in the chip is made
    }
    foreach ($name in $plan.Keys) { $keys += New-PcKey $plan[$name][0] $plan[$name][1] -Alias "alias/switch/$name" }
    $card = @{ PrimaryAccountNumber = $PrimaryAccountNumber }

    # When the card was issued: the issuer keeps the PVV.
    $issued = New-PcPin alias/switch/issuer/pvk alias/switch/terminal/entry @card -PinBlockFormat ISO4

    # The terminal. The PIN is entered, the chip makes its cryptogram over the transaction, and the request has a MAC.
    $ksn = '123456789012345600000001'
    $block = $issued | Convert-PcPinBlock alias/switch/terminal/entry alias/switch/acquirer/bdk -OutgoingPinBlockFormat ISO4 -OutgoingKeySerialNumber $ksn
    $data = '{0:d12}000000000000084000800080000840160517002A2B3C4D3800000B03A0B80380000000' -f $Amount
    $data += '00' * ((16 - ($data.Length / 2) % 8) % 8)
    $arqc = New-PcAuthRequestCryptogram alias/switch/issuer/imk-ac $data -EmvCommon @card -ApplicationTransactionCounter 000B
    $request = "0100;$PrimaryAccountNumber;$Amount;$block;$arqc"
    $requestMac = New-PcMac alias/switch/acquirer/bdk $request -Text -KeySerialNumber $ksn

    # The acquirer: the message of the terminal, then one to the issuer, with the PIN block in the format and under the key of the zone.
    Assert (Test-PcMac alias/switch/acquirer/bdk $request -Text -KeySerialNumber $ksn -Mac $requestMac) 'The MAC of the terminal'
    $moved = Convert-PcPinBlock alias/switch/acquirer/bdk alias/switch/zone/pek -EncryptedPinBlock $block @card -IncomingPinBlockFormat ISO4 -IncomingKeySerialNumber $ksn
    $onward = "0100;$PrimaryAccountNumber;$Amount;$moved;$arqc"
    $onwardMac = New-PcMac alias/switch/zone/mac $onward -Text

    # The issuer: message, PIN, chip; and the answer to the chip.
    Assert (Test-PcMac alias/switch/zone/mac $onward -Text -Mac $onwardMac) 'The MAC of the acquirer'
    Assert (Test-PcPin alias/switch/issuer/pvk alias/switch/zone/pek @card -EncryptedPinBlock $moved -VerificationValue $issued.VerificationValue) 'The PIN'
    $chip = Test-PcAuthRequestCryptogram alias/switch/issuer/imk-ac $data -EmvCommon @card -ApplicationTransactionCounter 000B -AuthRequestCryptogram $arqc -AuthResponseCode 3030 -Detailed
    Assert $chip.IsValid 'The cryptogram of the chip'
    $answer = "0110;00;$($chip.AuthResponseValue)"
    $answerMac = New-PcMac alias/switch/zone/mac $answer -Text

    # Back over the acquirer to the terminal, under its key for answers.
    Assert (Test-PcMac alias/switch/zone/mac $answer -Text -Mac $answerMac) 'The MAC of the issuer'
    $backMac = New-PcMac alias/switch/acquirer/bdk $answer -Text -KeySerialNumber $ksn -DukptKeyVariant Response
    Assert (Test-PcMac alias/switch/acquirer/bdk $answer -Text -KeySerialNumber $ksn -DukptKeyVariant Response -Mac $backMac) 'The MAC of the answer'
    'Approved, and the chip knows it from its issuer.'
}
finally {
    if ($isOwn) { $before | Set-PcProvider }
    else {
        Get-PcKeyAlias alias/switch/* | Remove-PcKeyAlias -Force
        $keys | Remove-PcKey -Force
    }
}
