# Example: Header, sender, receiver, nonce and cryptography of a token
ConvertFrom-PcTr34KeyBlock ./token.hex

# Example: Opens a token that came with its nonce and the certificate of its sender. The key is in the property Key
$token | ConvertFrom-PcTr34KeyBlock -PrivateKey $krd -CertificateAuthority $kdhCa
