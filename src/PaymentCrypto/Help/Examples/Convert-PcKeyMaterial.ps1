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

# Example: Use it as the dynamic key of a call
$key = $sent | Convert-PcKeyMaterial -WrappingKeyIdentifier alias/kbpk -PrivateKeyIdentifier alias/ecdh -CertificateAuthority alias/terminal-root
$key.KeyCheckValue -eq $pek.KeyCheckValue
# Output:
