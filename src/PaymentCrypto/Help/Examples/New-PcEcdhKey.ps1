# Setup:
$null = New-PcKey K3 ECC_NIST_P521 -Alias alias/ecdh
$key = New-PcKeyComponent AES_256 | Join-PcKeyComponent
$passphrase = ConvertTo-SecureString 'correct horse battery staple' -AsPlainText -Force
$mine = New-PcKeyExchangeCertificate ECC_NIST_P256
$mine | Export-PcKeyExchangeCertificate ./own.pem -Passphrase $passphrase
(New-PcKeyExchangeCertificate ECC_NIST_P256).Pem | Set-Content ./peer.pem

# Example: Derive the protection key of a TR-31 block that the service can import
$own = New-PcKeyExchangeCertificate ECC_NIST_P521
$kbpk = Get-PcPublicKeyCertificate alias/ecdh | New-PcEcdhKey -PrivateKey $own
$block = $key | New-PcTr31KeyBlock -ProtectionKey $kbpk -Usage K0
$block.SharedInformation -eq $kbpk.SharedInformation
# Output:
# True
# Remark: The block brings with it how its protection key was derived, for Import-PcKey.

# Example: Derive a key from files
New-PcEcdhKey ./own.pem ./peer.pem -Passphrase $passphrase -Algorithm AES_128 -KeyDerivationFunction ANSI_X963 -SharedInformation 1122334455667788
# Output:
# KeyAlgorithm               : AES_128
# KeyCheckValue              : 6C3E06 (CMAC)
# KeyDerivationFunction      : ANSI_X963
# KeyDerivationHashAlgorithm : SHA_256
# SharedInformation          : 1122334455667788
