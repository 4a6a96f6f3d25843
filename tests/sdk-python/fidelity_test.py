"""The fidelity recorder (examples/fidelity) against two servers of ours, one of which follows AWS's documentation to the letter."""
import contextlib
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "examples" / "fidelity"))

import fidelity  # noqa: E402
from recorder.ledger import Ledger  # noqa: E402
from recorder.pace import Pace  # noqa: E402
from recorder.service import Service  # noqa: E402


def run(*arguments):
    with contextlib.redirect_stdout(io.StringIO()) as output, contextlib.redirect_stderr(io.StringIO()) as errors:
        code = fidelity.main([str(argument) for argument in arguments])
    return code, output.getvalue() + errors.getvalue()


class Recorder(unittest.TestCase):
    """A transcript of a server that goes by the documentation, compared with one that goes by what was observed: once, for RSA keys cost time."""

    @classmethod
    def start(cls, conformance):
        program = os.environ["PAYMENTCRYPTO_SERVER"]
        command = [*(["dotnet"] if program.endswith(".dll") else []), program, "serve", "--port", "0", "--conformance", conformance]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, text=True)
        cls.addClassCleanup(server.stdout.close)
        cls.addClassCleanup(server.wait)
        cls.addClassCleanup(server.kill)
        return server

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.transcript = cls.folder / "documented.jsonl"
        servers = [cls.start(conformance) for conformance in ("documented", "observed")]
        cls.documented, observed = (next(line for line in server.stdout if "ENDPOINT_URL" in line).strip().partition("=")[2] for server in servers)
        cls.recorded = run("--endpoint-url", cls.documented, "record", cls.transcript, "--change-account-settings")
        cls.compared = run("--endpoint-url", observed, "compare", cls.transcript)

    def test_exactly_the_differences_of_the_setting_are_found(self):
        self.assertEqual(self.recorded[0], 0, self.recorded[1])
        code, output = self.compared
        self.assertEqual(code, 1, output)
        self.assertEqual(re.findall(r"^([a-z0-9-]+): .*Documented", output, re.M),
                         ["tr34-import-rsa-sizes", "tr34-import-rsa-sizes", "tr31-version-e", "list-keys-multi-region"])
        self.assertRegex(output, r" 4 differences in 3 of \d\d rows")
        self.assertRegex(output, r"(?m)^  answer\.Keys\.\$twice\.MultiRegionKeyType: a local endpoint PRIMARY, local engine nothing$")

    def test_every_call_is_answered_by_both(self):
        # Older versions of boto3 do not know the members for UnionPay.
        self.assertEqual(set(re.findall(r"^not compared: ([a-z0-9-]+):", self.compared[1], re.M)) - {"card-amex-unionpay-keys"}, set(), self.compared[1])

    def test_nothing_of_the_account_is_in_the_transcript(self):
        text = json.dumps([json.loads(line)["outcome"] for line in self.transcript.read_text().splitlines()[1:]])
        self.assertNotRegex(text, r"arn:aws[a-z-]*:payment|111122223333|port-token-[a-z2-7]{16}|BEGIN CERT|LS0tLS|key/[a-z2-7]{16}")

    def test_everything_that_was_made_is_removed(self):
        service = Service(endpoint=self.documented)
        keys, token = [], {}
        while token is not None:
            page = service.call("ListKeys", {"MaxResults": 100, **token})
            keys, token = keys + page["Keys"], {"NextToken": page["NextToken"]} if "NextToken" in page else None
        self.assertGreater(len(keys), 40)
        self.assertEqual({key["KeyState"] for key in keys}, {"DELETE_PENDING"})
        self.assertEqual(service.call("ListAliases", {})["Aliases"], [])
        self.assertEqual(service.call("GetDefaultKeyReplicationRegions", {})["EnabledReplicationRegions"], [])
        self.assertFalse(Ledger(self.transcript).exists())

    def test_a_run_that_breaks_off_is_cleaned_by_name(self):
        service, ledger = Service(), Ledger(self.folder / "broken.jsonl")
        attributes = {"KeyUsage": "TR31_D0_SYMMETRIC_DATA_ENCRYPTION_KEY", "KeyAlgorithm": "TDES_2KEY", "KeyClass": "SYMMETRIC_KEY", "KeyModesOfUse": {"NoRestrictions": True}}
        made = service.call("CreateKey", {"KeyAttributes": attributes, "Exportable": True})
        ledger.after("CreateKey", made)
        alias = {"AliasName": "alias/fidelity-broken", "KeyArn": made["Key"]["KeyArn"]}
        ledger.before("CreateAlias", alias)
        service.call("CreateAlias", alias)
        self.assertEqual(run("record", self.folder / "broken.jsonl")[0], 2)
        self.assertEqual(run("clean", self.folder / "broken.jsonl")[0], 0)
        self.assertEqual(service.call("GetKey", {"KeyIdentifier": made["Key"]["KeyArn"]})["Key"]["KeyState"], "DELETE_PENDING")
        self.assertFalse(ledger.exists())


class Consent(unittest.TestCase):
    def test_nothing_is_sent_to_aws_without_the_switch(self):
        os.environ["AWS_ENDPOINT_URL_STS"] = os.environ["AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY"]
        account, Service.account = Service.account, lambda _: "of the test"
        try:
            # Nothing answers there: a single request would fail.
            code, output = run("--endpoint-url", "https://service.invalid", "record", "/nowhere/transcript")
        finally:
            Service.account = account
            del os.environ["AWS_ENDPOINT_URL_STS"]
        self.assertEqual(code, 2)
        self.assertIn("It costs, at $1.00 per key and month", output)
        self.assertIn("--accept-costs", output)

    def test_compare_never_asks_aws(self):
        transcript = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory())) / "t"
        transcript.write_text('{"fidelity": 1, "service": "AWS", "region": "us-east-1"}\n')
        code, output = run("--endpoint-url", "https://service.invalid", "compare", transcript)
        self.assertEqual((code, "not on this machine" in output), (2, True))

    def test_five_requests_a_second_at_most(self):
        now, slept = [0.0], []

        def sleep(seconds):
            slept.append(seconds)
            now[0] += seconds

        pace = Pace(5, clock=lambda: now[0], sleep=sleep)
        for _ in range(11):
            pace.wait()
        self.assertAlmostEqual(now[0], 2.0)
        now[0] += 10
        pace.wait()
        self.assertAlmostEqual(now[0], 12.0)
