<#
.SYNOPSIS
    Runs a command with AWS Payment Cryptography beside it: the endpoint starts, the command runs, the endpoint stops.
.DESCRIPTION
    A CI service without a container. The endpoint answers the wire protocol of AWS on a free port of 127.0.0.1, out of a new store in memory, so that each
    run begins with an empty account and runs beside each other do not meet. The command finds it by the variables that every AWS SDK reads
    (AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY, AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY), set for it alone. It listens before the command starts,
    so nothing has to wait. No data plane: key management and key exchange only.

    The exit code is the command's.
.PARAMETER Command
    The program.
.PARAMETER ArgumentList
    Its arguments: everything that follows.
.EXAMPLE
    pwsh examples/ci/with-endpoint.ps1 npm test
.EXAMPLE
    pwsh examples/ci/with-endpoint.ps1 python -m pytest tests
#>
# The arguments may begin with a dash, so this script binds none of them itself.
if ($args.Count -eq 0) {
    [System.Console]::Error.WriteLine('Usage: with-endpoint.ps1 <command> [<argument>...]')
    exit 64
}

$ErrorActionPreference = 'Stop'

# In a clone after `dotnet build`, or with the module installed; in PaymentCrypto.Shell it is there already.
if (-not (Get-Module -Name PaymentCrypto)) {
    $clone = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'PaymentCrypto.psd1')
    Import-Module -Name $(if ([System.IO.File]::Exists($clone)) { $clone } else { 'PaymentCrypto' })
}

$before = Get-PcProvider
Set-PcProvider Local -InMemory
$endpoint = Start-PcEndpoint -PassThru
$saved = @{}
try {
    foreach ($variable in $endpoint.EnvironmentVariables.GetEnumerator()) {
        $saved[$variable.Key] = [System.Environment]::GetEnvironmentVariable($variable.Key)
        [System.Environment]::SetEnvironmentVariable($variable.Key, $variable.Value)
    }

    $command = $args[0]
    $arguments = @(for ($i = 1; $i -lt $args.Count; $i++) { $args[$i] })
    & $command @arguments
    $code = $LASTEXITCODE
}
finally {
    foreach ($name in $saved.Keys) { [System.Environment]::SetEnvironmentVariable($name, $saved[$name]) }
    $endpoint | Stop-PcEndpoint
    if (-not $before.InMemory) { $before | Set-PcProvider }
}

exit $code
