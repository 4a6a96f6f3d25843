# Run by PaymentCrypto.psd1 at the root before it imports what the build has staged: without it, PowerShell only says that NestedModules is wrong.
if (-not [System.IO.File]::Exists([System.IO.Path]::Combine($PSScriptRoot, '..', 'artifacts', 'module', 'PaymentCrypto', 'PaymentCrypto.psd1'))) {
    throw "The module is not built yet. Run 'dotnet build' in '$([System.IO.Path]::GetDirectoryName($PSScriptRoot))', then import it again."
}
