# Example: Wraps a key encryption key for import
$kdh = New-PcKeyExchangeCertificate RSA_2048
Get-PcImportParameters | New-PcTr34KeyBlock -Key $zmk -SigningKey $kdh -Usage K0

# Example: A one-pass token from files into a file
New-PcTr34KeyBlock ./krd.pem ./kdh.pfx -Passphrase (Read-Host -AsSecureString) -KeyPath ./zmk.hex -Header D0112K0TB00E0000 -OnePass -OutFile ./zmk.tr34
