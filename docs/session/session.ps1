# The session on the README's first screen. Every line is typed at a prompt of its own; docs/images/session.svg shows what came out.
# A token and a real certificate: the last ones, if they are good for 7 more days
Get-PcImportParameters TR34_KEY_BLOCK RSA_2048 -ReuseLastGeneratedToken
# A key goes out as a TR-31 key block and comes back: the same key check value
$kek = New-PcKey K0 AES_256 -Alias alias/kek/partner
$pin = New-PcKey P0 AES_128 -Exportable -Alias alias/pin/terminal
$block = $pin | Export-PcKey -WrappingKeyIdentifier $kek
$block.KeyMaterial
$copy = Import-PcKey $block.KeyMaterial -WrappingKeyIdentifier $kek
Get-PcKey
