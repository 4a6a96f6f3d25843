# Setup:
$kek = New-PcKeyComponent TDES_3KEY | Join-PcKeyComponent -AdjustParity
$kdh = New-PcKeyExchangeCertificate RSA_2048 Kdh
$kdh.CertificateAuthority.Pem | Set-Content ./root.pem
Import-PcKey -RootCertificate $kdh.CertificateAuthority | New-PcKeyAlias alias/kdh-root | Out-Null
Get-PcImportParameters KEY_CRYPTOGRAM RSA_3072 | New-PcKeyCryptogram -Key $kek | Import-PcKey -Usage K0 | New-PcKeyAlias alias/kek | Out-Null
$pek = New-PcKeyComponent TDES_2KEY | Join-PcKeyComponent -AdjustParity
$kcv = $pek.KeyCheckValue
New-PcTr31KeyBlock -Key $pek -ProtectionKey $kek -Usage P0 -OutFile ./pek.tr31
$dek = New-PcKeyComponent AES_128 | Join-PcKeyComponent
$cryptogram = Get-PcImportParameters KEY_CRYPTOGRAM RSA_3072 | New-PcKeyCryptogram -Key $dek

# Example: Import the root of the other side, so that its certificates are accepted
Import-PcKey -RootCertificate ./root.pem
# Output:
# Key              Usage        Algorithm State   KCV      Age
# ---              -----        --------- -----   ---      ---
# ufgzaihualamtj6i S0 signature RSA_2048  enabled 68462688 0 s

# Example: Wrap a key for the certificate of an import token (TR-34) and import it
Get-PcImportParameters -ReuseLastGeneratedToken | New-PcTr34KeyBlock -Key $kek -SigningKey $kdh -Usage K0 | Import-PcKey -CertificateAuthority alias/kdh-root
# Output:
# Key              Usage  Algorithm State   KCV    Age
# ---              -----  --------- -----   ---    ---
# iaepp66zzkflfnil K0 KEK TDES_3KEY enabled B0C8EA 0 s
# Remark: The object that New-PcTr34KeyBlock returns brings token, nonce and sender's certificate with it.

# Example: Import a TR-31 block from a file under a key encryption key, and compare the check value
Import-PcKey ./pek.tr31 -WrappingKeyIdentifier alias/kek -ExpectedKeyCheckValue $kcv
# Output:
# Key              Usage             Algorithm State   KCV    Age
# ---              -----             --------- -----   ---    ---
# 4sxenjn5qd34fdqk P0 PIN encryption TDES_2KEY enabled 3365C1 0 s

# Example: Import an RSA-OAEP cryptogram
$cryptogram | Import-PcKey -Usage D0 -Exportable
# Output:
# Key              Usage              Algorithm State   KCV    Age
# ---              -----              --------- -----   ---    ---
# kc2a3uttnrboenh7 D0 data encryption AES_128   enabled E97CD9 0 s
# Remark: It has its token and its algorithm with it. What the key is for is said here: a cryptogram carries nothing but the key.
