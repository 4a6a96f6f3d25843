# Example: The protection key of a TR-31 block that the service can import: the block carries how its protection key was derived
$own = New-PcKeyExchangeCertificate ECC_NIST_P521
$kbpk = Get-PcPublicKeyCertificate alias/ecdh | New-PcEcdhKey -PrivateKey $own
$key | New-PcTr31KeyBlock -ProtectionKey $kbpk -Usage K0

# Example: Keys from files
New-PcEcdhKey ./own.pem ./peer.pem -Algorithm AES_128 -KeyDerivationFunction ANSI_X963 -SharedInformation 1122334455667788
