# Setup:
$kdh = New-PcKeyExchangeCertificate RSA_2048 Kdh
$krd = New-PcKeyExchangeCertificate RSA_2048 Krd
$zmk = New-PcKeyComponent TDES_2KEY | Join-PcKeyComponent -AdjustParity
$token = $krd | New-PcTr34KeyBlock -Key $zmk -SigningKey $kdh -Usage K0
$kdhCa = $kdh.CertificateAuthority
$token.WrappedKeyBlock | Set-Content ./token.hex

# Example: See what a token says without its key
ConvertFrom-PcTr34KeyBlock ./token.hex
# Output:
# Remark: Header, sender, receiver, nonce and cryptography. Nothing of it is authenticated yet.

# Example: Open a token as its receiver
($token | ConvertFrom-PcTr34KeyBlock -PrivateKey $krd -CertificateAuthority $kdhCa).Key
# Output:
# Remark: Nonce and sender's certificate come with the object. Every check of a receiver is made; the first that fails is the error.
