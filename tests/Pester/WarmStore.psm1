# An empty store in which what takes long is made already: the certificate authority, an RSA-4096 key. The runner has it made once for all
# files; whoever runs one file by hand gets a store in memory, which makes its own.
function Use-WarmStore {
    if ($env:PAYMENTCRYPTO_WARM_STORE) {
        $copy = Join-Path ([System.IO.Path]::GetDirectoryName($env:PAYMENTCRYPTO_WARM_STORE)) "store-$([guid]::NewGuid().ToString('N'))"
        Copy-Item -LiteralPath $env:PAYMENTCRYPTO_WARM_STORE -Destination $copy -Recurse
        if (-not $IsWindows) { [System.IO.File]::SetUnixFileMode($copy, 'UserRead, UserWrite, UserExecute') }
        Set-PcProvider -Path $copy
    }
    else {
        Set-PcProvider -InMemory
    }
}
