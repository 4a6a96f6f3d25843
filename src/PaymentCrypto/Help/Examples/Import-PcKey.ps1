# Example: Wraps a key for the certificate of an import token and imports it
Get-PcImportParameters | New-PcTr34KeyBlock -Key $kek -SigningKey $kdh -Usage K0 | Import-PcKey -CertificateAuthority alias/kdh-root

# Example: Imports a TR-31 block from a file under a key encryption key and compares the check value
Import-PcKey -Path ./pek.tr31 -WrappingKeyIdentifier alias/kek -KCV 3A0C21

# Example: Imports the root of the other side, so that its certificates are accepted
Import-PcKey -RootCertificate ./root.pem

# Example: Imports an RSA cryptogram; it has its token and algorithm with it, and what it is for is said here
$cryptogram | Import-PcKey -Usage D0 -Exportable
