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
# WrappedKeyBlock : 3082044A06092A864886F70D010702A082043B3082043702... (1102 bytes)
# Dialect         : Aws
# Header          : D0112K0TB00E0000
# KeyUsage        : K0 (Key encryption key)
# ModeOfUse       : B (EncryptAndDecrypt)
# Exportability   : E (Exportable)
# Signer          : serial 5202F982F4604AAE8F611D402F18EEBA of CN=PaymentCrypto KDH CA
# Recipient       : serial 6C51B8B295A47D7D889A67421FD4820F of CN=PaymentCrypto KRD CA
# RandomNonce     : B3E724A3B2AFFE28
# Signature       : not verified, the digest matches
# Encryption      : TripleDes, RSAES-OAEP (SHA-256, MGF1 with SHA-256, empty label)
# Key             : not opened
# Remark: Header, sender, receiver, nonce and cryptography. Nothing of it is authenticated yet.

# Example: Open a token as its receiver
($token | ConvertFrom-PcTr34KeyBlock -PrivateKey $krd -CertificateAuthority $kdhCa).Key
# Output:
# KeyAlgorithm  : TDES_2KEY
# KeyLength     : 128
# KeyCheckValue : 7159B4 (ANSI_X9_24)
# Remark: Nonce and sender's certificate come with the object. Every check of a receiver is made; the first that fails is the error.
