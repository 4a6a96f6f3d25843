#!/usr/bin/env bash
# Runs a command with AWS Payment Cryptography beside it, for machines without pwsh: needs only the .NET SDK and a built clone.
#
#     examples/ci/with-endpoint.sh npm test
#     examples/ci/with-endpoint.sh python -m pytest tests
#
# The endpoint serves a new, empty store in a directory of its own and is asked for a free port. The command starts when the endpoint has said
# where it listens, and finds it by the variables that every AWS SDK reads. The exit code is the command's; 70 when the endpoint did not start.
# PAYMENTCRYPTO_SHELL: the shell's assembly, unless it is where a build of this clone puts it.
set -euo pipefail

if [ $# -eq 0 ]; then
    echo 'Usage: with-endpoint.sh <command> [<argument>...]' >&2
    exit 64
fi

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
shell=${PAYMENTCRYPTO_SHELL:-$here/artifacts/bin/PaymentCrypto.Shell/debug/PaymentCrypto.Shell.dll}
work=$(mktemp -d)
server=
ready=
stop() {
    if [ -n "$server" ]; then kill -TERM "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
    rm -rf "$work"
}
trap stop EXIT

# It prints its variables, one NAME=value a line, as soon as it listens; the secret key, the last of them, is any text.
mkfifo "$work/said"
PAYMENTCRYPTO_HOME=$work/store dotnet "$shell" -NonInteractive -Command 'Start-PcEndpoint -Wait' </dev/null >"$work/said" &
server=$!
exec 3<"$work/said"
while IFS= read -r line <&3; do
    case $line in
        AWS_SECRET_ACCESS_KEY=*) export "${line?}"; ready=yes; break ;;
        AWS_*=*) export "${line?}" ;;
        *) printf '%s\n' "$line" >&2 ;;
    esac
done
if [ -z "$ready" ]; then
    echo 'The endpoint did not start; what it said is above.' >&2
    exit 70
fi

code=0
"$@" || code=$?
exit "$code"
