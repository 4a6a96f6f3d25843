"""examples/python/pytest: the server that it starts for a test, and, where pytest is installed, its tests as a user runs them."""
import importlib.util
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import unittest
import urllib.error
import urllib.request
from unittest import mock

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "examples" / "python" / "pytest"
sys.path.insert(0, str(FOLDER))

from paymentcrypto_server import paymentcrypto_server  # noqa: E402

PROGRAM = os.environ.get("PAYMENTCRYPTO_SERVER", "")
COMMAND = {"PAYMENTCRYPTO_COMMAND": f"dotnet {PROGRAM}" if PROGRAM.endswith(".dll") else PROGRAM}


@mock.patch.dict(os.environ, COMMAND)
class PytestExample(unittest.TestCase):
    def test_the_server_is_managed_and_ends_with_the_block(self):
        with paymentcrypto_server("--seed", str(FOLDER / "keys.json")) as server:
            made = server.seed({"Alias": "alias/mine", "Usage": "P0", "Algorithm": "AES_128"})
            self.assertEqual(len(made["keys"]), 1)
            self.assertEqual(server.reset(), {"keys": 2})
            self.assertEqual(server.advance(days=31)["offsetSeconds"], 31 * 86400)
            self.assertEqual(server.fault("Throttling", "ListKeys", calls=9)["faults"][0]["calls"], 9)
            with self.assertRaisesRegex(RuntimeError, "'Nothing' is not an operation"):
                server.fault("Throttling", "Nothing")
            health = server.url + "/_paymentcrypto/health"
            direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
            with direct.open(health, timeout=30) as answer:
                self.assertEqual(json.load(answer)["status"], "ok")
        with self.assertRaises(urllib.error.URLError):
            direct.open(health, timeout=30)

    def test_a_server_that_does_not_start_says_why(self):
        with self.assertRaisesRegex(RuntimeError, r"ended with 2: .*There is no file nowhere\.json"):
            with paymentcrypto_server("--seed", "nowhere.json"):
                self.fail("It has started.")
        with mock.patch.dict(os.environ, {"PAYMENTCRYPTO_COMMAND": "no-such-program"}):
            with self.assertRaisesRegex(RuntimeError, "There is no program no-such-program"):
                with paymentcrypto_server():
                    self.fail("It has started.")

    @unittest.skipUnless(PROGRAM.endswith(".dll"), "the script starts what a build made")
    def test_the_ci_script_does_not_wait_for_a_secret_that_is_not_printed(self):
        with tempfile.TemporaryDirectory() as folder:
            outputs = pathlib.Path(folder) / "outputs"
            environment = {**os.environ, "PAYMENTCRYPTO_ACCESS_KEYS": "AKIDTESTS:a-secret", "GITHUB_OUTPUT": str(outputs), "GITHUB_ENV": os.devnull}
            subprocess.run([str(FOLDER.parents[1] / "ci" / "start-server")], env=environment, timeout=60, check=True)
            written = dict(line.split("=", 1) for line in outputs.read_text().splitlines())
            os.kill(int(written["pid"]), signal.SIGTERM)
            self.assertRegex(written["url"], r"^http://127\.0\.0\.1:\d+$")

    @unittest.skipUnless(importlib.util.find_spec("pytest"), "pytest is not installed")
    def test_its_tests_pass_under_pytest(self):
        # What a developer has set of his own must not reach them.
        own = {"AWS_PROFILE": "nobody", "AWS_ENDPOINT_URL": "http://127.0.0.1:1", "HTTP_PROXY": "http://127.0.0.1:1"}
        workers = ["-n", "2"] if importlib.util.find_spec("xdist") else []
        run = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *workers, str(FOLDER)],
            env={**os.environ, **own}, capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
