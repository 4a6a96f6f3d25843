# Setup:
$ours = New-PcKey K3 ECC_NIST_P256 -Alias alias/ecdh
$null = New-PcKey K1 AES_256 -Alias alias/kbpk
$null = New-PcKey P0 TDES_2KEY -Alias alias/zone
$theirs = New-PcKeyExchangeCertificate ECC_NIST_P256 KeyAgreement
Import-PcKey -RootCertificate $theirs.CertificateAuthority | New-PcKeyAlias alias/terminal-root | Out-Null
$agreed = $ours | Get-PcPublicKeyCertificate | New-PcEcdhKey -PrivateKey $theirs -Algorithm AES_128
$pek = New-PcKeyComponent TDES_2KEY | Join-PcKeyComponent
$sent = New-PcTr31KeyBlock -ProtectionKey $agreed -Key $pek -Usage P0 -Exportability E

# Example: Put a terminal's key under a key of the provider, without keeping it
$sent | Convert-PcKeyMaterial -WrappingKeyIdentifier alias/kbpk -PrivateKeyIdentifier alias/ecdh -CertificateAuthority alias/terminal-root
# Output:
# KeyIdentifier  :
# Format         : TR31_KEY_BLOCK
# KeyCheckValue  : 0FC031
# WrappingKeyArn : arn:aws:payment-cryptography:us-east-1:111122223333:key/o7txhnmgzzyuegr2
# KeyMaterial    : D0112P0TB00E0000529835D08A25FCD8052EBE11F7ADACE415FC5A56585E66BA72137EAD1777257A5DD0E149679A
#                  6B5B8BD82C303E2DAEF6

# Example: Use it as the dynamic key of a call
$key = $sent | Convert-PcKeyMaterial -WrappingKeyIdentifier alias/kbpk -PrivateKeyIdentifier alias/ecdh -CertificateAuthority alias/terminal-root
$key.KeyCheckValue -eq $pek.KeyCheckValue
# Output:
# True
