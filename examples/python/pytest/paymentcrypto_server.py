"""Starts `paymentcrypto serve` for the length of a with block. Only the standard library is needed.

PAYMENTCRYPTO_COMMAND is how it is started here, if it is not on the PATH: "dotnet dnx -y PaymentCrypto.Server --prerelease".
"""
import contextlib
import datetime
import json
import os
import shlex
import subprocess
import tempfile
import urllib.error
import urllib.request


class Server:
    """A running server: its url, and the environment that points an AWS SDK at it."""

    def __init__(self, announcement):
        self.url = announcement["url"]
        self.environment = announcement["environment"]

    def reset(self):
        """No keys but the seed's, no faults, and the clock of the start."""
        return self._post("reset", {})

    def seed(self, *keys):
        """Adds keys, each a dict as in a seed file."""
        return self._post("seed", {"Keys": keys})

    def advance(self, **duration):
        """Moves the clock on: advance(days=31)."""
        return self._post("clock", {"advanceSeconds": int(datetime.timedelta(**duration).total_seconds())})

    def fault(self, kind, operation, calls=1):
        """Lets the next calls fail: fault("Throttling", "ImportKey", calls=9). What boto3 tries again counts too."""
        return self._post("faults", {"kind": kind, "operation": operation, "calls": calls})

    def _post(self, what, body):
        request = urllib.request.Request(
            f"{self.url}/_paymentcrypto/{what}", json.dumps(body).encode(), {"Content-Type": "application/json"})
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with direct.open(request, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["message"]) from None


@contextlib.contextmanager
def paymentcrypto_server(*options):
    """Starts a server on a free port with these options, and ends it. What it has to say when it does not start is in the error."""
    command = [*shlex.split(os.environ.get("PAYMENTCRYPTO_COMMAND", "paymentcrypto")), "serve", "--port", "0", "--json", *options]
    with tempfile.TemporaryFile("w+") as errors:
        try:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors, text=True)
        except FileNotFoundError:
            raise RuntimeError(f"There is no program {command[0]}: install it, or say in PAYMENTCRYPTO_COMMAND how it is started.") from None
        with process:
            try:
                # One line when it answers, and none when it could not start.
                line = process.stdout.readline()
                if not line:
                    process.wait()
                    errors.seek(0)
                    raise RuntimeError(f"{shlex.join(command)} ended with {process.returncode}: {errors.read().strip()}")
                yield Server(json.loads(line))
            finally:
                process.terminate()
                try:
                    process.wait(timeout=30)
                except subprocess.TimeoutExpired:
                    process.kill()
