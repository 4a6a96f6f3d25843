#!/usr/bin/env python3
"""Asks AWS Payment Cryptography what its documentation does not say, and compares the answers with the local engine. See README.md."""
import argparse
import datetime
import pathlib
import re
import sys

try:
    import boto3
except ImportError:
    sys.exit("boto3 is not installed: pip install boto3")

from recorder.asking import ask, key_calls
from recorder.calls import read_calls, read_keys, read_not_asked
from recorder.comparison import differences, left_out
from recorder.ledger import DAYS, Ledger
from recorder.service import Service
from recorder import transcript

# As https://aws.amazon.com/payment-cryptography/pricing had it: per active key and month, by the hour; per 10,000 requests.
KEY_MONTH, REQUESTS = 1.00, 2.00
HOURS = 730


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--region")
    parser.add_argument("--endpoint-url", help="what answers in place of AWS; compare takes an endpoint of this machine alone")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("plan", help="say what recording sends, creates and costs")
    record = commands.add_parser("record", help="ask, write a transcript, remove what was made")
    record.add_argument("transcript", type=pathlib.Path)
    record.add_argument("--accept-costs", action="store_true", help="I have read the plan, and agree to what it creates and costs")
    record.add_argument("--change-account-settings", action="store_true",
                        help="also ask what needs default replication regions; they are set for some seconds, for the whole account")
    compare = commands.add_parser("compare", help="replay a transcript on the local engine and print the differences")
    compare.add_argument("transcript", type=pathlib.Path)
    clean = commands.add_parser("clean", help="remove what a run that was broken off has made")
    clean.add_argument("transcript", type=pathlib.Path)
    chosen = parser.parse_args(arguments)
    return {"plan": _plan, "record": _record, "compare": _compare, "clean": _clean}[chosen.command](chosen)


def _plan(_):
    keys, calls = read_keys(), read_calls()
    made = len(keys) + sum(call.get("call") in ("CreateKey", "ImportKey") for call in calls)
    replicas = sum(len(call["with"].get("ReplicationRegions", ())) for call in calls if "with" in call)
    requests = 2 * made + len(calls)
    hour = (made + replicas) * KEY_MONTH / HOURS
    print(f"""It sends {1 + len(keys) + len(calls)} requests that ask for {len({call["row"] for call in calls})} rows of docs/explanation/fidelity.md, at most five a second:
some minutes. {len(read_not_asked())} rows cannot be asked, with the reason in calls/not-asked.json.

It creates at most {made} keys and {replicas} replicas in one other region, under published values or none, tagged made-by=fidelity-recorder;
two or three aliases, import and export tokens, a resource policy on one of its own keys. At its end it removes aliases and replicas and
schedules each key for deletion in {DAYS} days, the shortest time that the service allows.

It costs, at ${KEY_MONTH:.2f} per key and month, by the hour, about ${hour:.2f} for each hour that they live, and ${requests * REQUESTS / 10000:.2f} for requests.
Should the service charge for keys that wait for deletion as well: at most ${hour * 24 * DAYS:.2f} in all. Prices differ by region and change:
https://aws.amazon.com/payment-cryptography/pricing

It touches no key, alias or setting that is not its own; --change-account-settings makes an exception, as its help says.
The transcript has no account number, ARN, id, token or certificate. Look at it yourself before you give it away.""")
    return 0


def _record(chosen):
    service, ledger = Service(chosen.region, chosen.endpoint_url), Ledger(chosen.transcript)
    if not chosen.accept_costs and not service.is_local:
        _plan(chosen)
        return _refuse(f"\nNothing was sent. To record, in account {service.account()}, region {service.region}: add --accept-costs.")
    for path in (chosen.transcript, ledger):
        if path.exists():
            return _refuse(f"{chosen.transcript} exists, or a run of that name was broken off: take another name, or `fidelity.py clean` it first.")
    head = {"fidelity": 1, "service": "a local endpoint" if service.is_local else "AWS", "region": service.region, "boto3": boto3.__version__,
            "day": datetime.datetime.now(datetime.timezone.utc).date().isoformat()}
    calls = [*key_calls(read_keys()), *read_calls()]
    try:
        asked = ask(service, calls, ledger, chosen.change_account_settings)
        for number, line in enumerate(transcript.write(chosen.transcript, head, asked), 1):
            if sys.stderr.isatty():
                print(f"\r{number} of {len(calls)}: {line['ask']:<100.100}", end="", file=sys.stderr)
    finally:
        print("\nRemoving what was made.", file=sys.stderr)
        cleaned = ledger.clean(service, lambda text: print(text, file=sys.stderr))
    print(f"{chosen.transcript}: {len(calls)} calls. Look at it before you give it away.")
    return 0 if cleaned else _refuse(f"Not everything could be removed: try `fidelity.py clean {chosen.transcript}` later.")


def _compare(chosen):
    head, recorded = transcript.read(chosen.transcript)
    service = Service(head["region"], chosen.endpoint_url)
    if not service.is_local:
        return _refuse(f"compare replays on the local engine, and {service.endpoint} is not on this machine: start `paymentcrypto serve` and set what it prints.")
    calls = [{name: part for name, part in line.items() if name != "outcome"} for line in recorded]
    settings = any(line.get("changesAccount") and "left out" not in line["outcome"] for line in recorded)
    replayed = list(ask(service, calls, account_settings=settings))
    rows = rows_of_fidelity()
    found = list(differences(recorded, replayed))
    for call, again, where in found:
        row = call.get("row")
        print(f"{row or 'preparation'}: {rows.get(row, '')}\n  {call['ask']}  ({call.get('call', 'a request as it is written')})")
        for path, there, here in where:
            print(f"  {path}: {head['service']} {_short(there)}, local engine {_short(here)}")
        for name, line in ((head["service"], call), ("local engine", again)):
            if line["outcome"].get("message"):
                print(f"  {name} says: {line['outcome']['message']}")
    for call, reason in left_out(recorded, replayed):
        print(f"not compared: {call.get('row') or 'preparation'}: {call['ask']}: {reason}")
    asked = {call["row"] for call in recorded if call.get("row")}
    print(f"{len(recorded)} calls, {len(found)} differences in {len({call.get('row') for call, _, _ in found})} of {len(asked)} rows")
    return 1 if found else 0


def _clean(chosen):
    service = Service(chosen.region, chosen.endpoint_url)
    return 0 if Ledger(chosen.transcript).clean(service, print) else 1


def rows_of_fidelity():
    """The inferred rows: id -> what is inferred, and what the local engine does."""
    page = pathlib.Path(__file__).resolve().parents[2] / "docs" / "explanation" / "fidelity.md"
    if not page.exists():
        return {}
    rows = re.findall(r"^\| `([a-z0-9-]+)` \| (.*?) \| (.*?) \|$", page.read_text(encoding="utf-8"), re.M)
    return {row: f"{what} -> {engine}" for row, what, engine in rows}


def _short(value):
    return "nothing" if value is None else str(value)


def _refuse(text):
    print(text, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
