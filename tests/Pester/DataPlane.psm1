# Clear test keys in the provider, and the requests of the data plane's vectors as command lines.

# Imports a published test key: under a key block protection key that the provider shares with the tests.
function Import-ClearKey {
    param([Parameter(Mandatory)] [string] $Hex, [Parameter(Mandatory)] [string] $Usage, [string] $Mode, [string] $Algorithm, [string] $Alias)
    if (-not $script:kbpk -or $script:store -ne (Get-PcProvider).Path) {
        # By ECDH: making RSA keys takes a second.
        $script:kbpk = New-PcKeyComponent AES_256 | Join-PcKeyComponent
        $ours = New-PcKey K3 ECC_NIST_P521
        $theirs = New-PcKeyExchangeCertificate ECC_NIST_P521 KeyAgreement
        $agreed = $ours | Get-PcPublicKeyCertificate | New-PcEcdhKey -PrivateKey $theirs -Algorithm AES_256
        $authority = Import-PcKey -RootCertificate $theirs.CertificateAuthority
        $script:kbpkKey = New-PcTr31KeyBlock -ProtectionKey $agreed -Key $kbpk -Usage K1 | Import-PcKey -PrivateKeyIdentifier $ours -CertificateAuthority $authority -ErrorAction Stop
        $script:store = (Get-PcProvider).Path
    }
    $secure = [System.Net.NetworkCredential]::new('', $Hex).SecurePassword
    $more = @{}
    if ($Mode) { $more['ModeOfUse'] = $Mode }
    $clear = $secure | New-PcKeyComponent -WarningAction SilentlyContinue -Algorithm ($Algorithm ? $Algorithm : 'TDES_2KEY') | Join-PcKeyComponent -WarningAction SilentlyContinue
    $key = $clear | New-PcTr31KeyBlock -WarningAction SilentlyContinue -ProtectionKey $kbpk -Usage $Usage -Exportability E @more | Import-PcKey -WrappingKeyIdentifier $kbpkKey -ErrorAction Stop
    if ($Alias) { $null = New-PcKeyAlias $Alias $key }
    $key
}

# The TR-31 block of a clear key under the key that the provider shares with the tests; and that key.
function New-DynamicKey([string] $Hex, [string] $Usage) {
    $secure = [System.Net.NetworkCredential]::new('', $Hex).SecurePassword
    $clear = $secure | New-PcKeyComponent -Algorithm TDES_2KEY | Join-PcKeyComponent -WarningAction SilentlyContinue
    ($clear | New-PcTr31KeyBlock -WarningAction SilentlyContinue -ProtectionKey $script:kbpk -Usage $Usage).WrappedKeyBlock
}

function Get-ProtectionKey { $script:kbpkKey }

# Vectors that may not be shipped lie beside the repository; null where they are not there.
function Get-Vector([string] $Name) {
    $file = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'shared', 'dataplane', 'vectors', $Name)
    if (Test-Path $file) { Get-Content -Raw $file | ConvertFrom-Json -AsHashtable }
}

$cmdlets = @{
    EncryptData = 'Protect-PcData'; DecryptData = 'Unprotect-PcData'; ReEncryptData = 'Convert-PcData'; TranslatePinData = 'Convert-PcPinBlock'
    GeneratePinData = 'New-PcPin'; VerifyPinData = 'Test-PcPin'; GenerateMac = 'New-PcMac'; VerifyMac = 'Test-PcMac'
    GenerateCardValidationData = 'New-PcCardValidationData'; VerifyCardValidationData = 'Test-PcCardValidationData'
    GenerateAuthRequestCryptogram = 'New-PcAuthRequestCryptogram'; VerifyAuthRequestCryptogram = 'Test-PcAuthRequestCryptogram'
    GenerateMacEmvPinChange = 'New-PcEmvPinChange'; GenerateAs2805KekValidation = 'New-PcAs2805KekValidation'
}

# Members with another name than their parameter, and what a union's member is at the prompt.
$parameters = @{
    KeyIdentifier = 'Key'; GenerationKeyIdentifier = 'Key'; VerificationKeyIdentifier = 'Key'; EncryptionKeyIdentifier = 'EncryptionKey'
    IncomingKeyIdentifier = 'IncomingKey'; OutgoingKeyIdentifier = 'OutgoingKey'; PlainText = 'Data'; CipherText = 'Data'; MessageData = 'Data'
    PinDataLength = 'PinLength'; ValidationDataLength = 'Length'; MajorKeyDerivationMode = 'MajorKeyDerivation'; SessionKeyDerivationMode = 'SessionKeyDerivation'
    NewPinPekIdentifier = 'EncryptionKey'; NewEncryptedPinBlock = 'EncryptedPinBlock'; SecureMessagingIntegrityKeyIdentifier = 'IntegrityKey'
    SecureMessagingConfidentialityKeyIdentifier = 'ConfidentialityKey'; AuthorizationRequestKeyIdentifier = 'CryptogramKey'
    CurrentPinPekIdentifier = 'CurrentEncryptionKey'; RandomKeySendVariantMask = 'VariantMask'; DukptKeyDerivationType = 'DukptDerivationType'
}
$switches = @{
    CardVerificationValue1 = 'Cvv'; CardVerificationValue2 = 'Cvv2'; DynamicCardVerificationValue = 'Dcvv'; DynamicCardVerificationCode = 'Cvc3'
    CardHolderVerificationValue = 'Cavv'; AmexCardSecurityCodeVersion1 = 'AmexCsc1'; AmexCardSecurityCodeVersion2 = 'AmexCsc2'
    DiscoverDynamicCardVerificationCode = 'DiscoverDcvv'; Ibm3624NaturalPin = 'Natural'
    EmvCommon = 'EmvCommon'; Mastercard = 'Mastercard'; Emv2000 = 'Emv2000'; Amex = 'Amex'; Visa = 'Visa'; UnionPay = 'UnionPay'
}
$formats = @{ IsoFormat0 = 'ISO_FORMAT_0'; IsoFormat1 = 'ISO_FORMAT_1'; IsoFormat3 = 'ISO_FORMAT_3'; IsoFormat4 = 'ISO_FORMAT_4' }

function Add-Call($call, $request, [string] $side) {
    foreach ($member in $request.Keys) {
        $value = $request[$member]
        if ($value -is [System.Collections.IDictionary]) {
            $of = $side
            if ($member -match '^(Incoming|Outgoing)') { $of = $Matches[1] }
            if ($switches.ContainsKey($member)) { $call[$switches[$member]] = $true }
            if ($formats.ContainsKey($member)) { $call["${of}PinBlockFormat"] = $formats[$member] }
            if ($member -match '^Dukpt(Cmac|Iso9797Algorithm[13])$') { $call['Algorithm'] = $Matches[1] -eq 'Cmac' ? 'CMAC' : "ISO9797_ALGORITHM$($Matches[1][-1])" }
            Add-Call $call $value $of
        }
        else {
            $name = $parameters.ContainsKey($member) ? $parameters[$member] : $member
            if ($side -and $name -notin 'PrimaryAccountNumber', 'IncomingKey', 'OutgoingKey', 'EncryptedPinBlock', 'Data') { $name = "$side$name" }
            $call[$name] = $value
        }
    }
}

# Carries a record out through the cmdlets; returns what is not as it says.
function Test-Vector($Record, [hashtable] $Keys) {
    $call = @{ ErrorAction = 'Stop' }
    Add-Call $call $Record.request ''
    foreach ($name in @($call.Keys)) { if ($call[$name] -is [string] -and $Keys.ContainsKey($call[$name])) { $call[$name] = $Keys[$call[$name]] } }
    $cmdlet = $cmdlets[$Record.op]
    if ($cmdlet -like 'Test-*' -and $Record.expect.AuthResponseValue) { $call['Detailed'] = $true }
    try { $answer = & $cmdlet @call }
    catch {
        # A wrong value is false; only what cannot be is an error, ours before it is sent or the service's.
        $code = $_.Exception -is [PaymentCrypto.Api.ParameterException] ? 'ValidationException' : $_.Exception.Code
        if ($Record.refuse.code -ne $code -or $code -eq 'VerificationFailedException') { "$($Record.id): $_" }
        return
    }
    if ($cmdlet -like 'Test-*') {
        $expected = -not $Record.refuse
        $is = $answer -is [bool] ? $answer : $answer.IsValid
        if ($is -ne $expected) { return "$($Record.id): $is" }
        if ($Record.expect.AuthResponseValue -and $answer.AuthResponseValue -ne $Record.expect.AuthResponseValue) { return "$($Record.id): $($answer.AuthResponseValue)" }
        return
    }
    if ($Record.refuse) { return "$($Record.id): answered" }
    $expect = $Record.expect
    if ($expect.PinData) { $expect = $expect.PinData }
    foreach ($member in $expect.Keys) {
        $property = switch ($member) { 'PinBlock' { 'EncryptedPinBlock' } 'AuthRequestCryptogram' { 'Cryptogram' } default { $member } }
        if ($answer.$property -ne $expect[$member]) { "$($Record.id): $member is $($answer.$property), not $($expect[$member])" }
    }
}

# Carries out a whole file; returns what is not as it says.
function Test-VectorFile($Vectors) {
    $keys = @{}
    foreach ($name in $Vectors.keys.Keys) {
        $key = $Vectors.keys[$name]
        $keys[$name] = Import-ClearKey $key.hex $key.tr31_usage $key.tr31_mode $key.algorithm
    }
    foreach ($record in $Vectors.records) { Test-Vector $record $keys }
}

Export-ModuleMember -Function Import-ClearKey, New-DynamicKey, Get-ProtectionKey, Get-Vector, Test-VectorFile
