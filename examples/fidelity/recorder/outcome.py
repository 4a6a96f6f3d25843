"""What a transcript says of an answer: its shape, its words and what a call wants told. Everything else is left out."""
import datetime
import json
import re

from . import certificate, rsa
from .values import MATERIALS, part_of

# What could name an account, a key, a token or a certificate, in texts of the service.
SECRETS = (
    (re.compile(r"arn:aws[a-z-]*:[^\s'\",\])}]+"), "<arn>"),
    (re.compile(r"(im|ex)port-token-[0-9a-zA-Z]+"), "<token>"),
    (re.compile(r"\b\d{12}\b"), "<account>"),
    (re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"), "<request>"),
    (re.compile(r"\b(?=[a-z]*[2-7])[a-z2-7]{16}\b"), "<id>"),
    (re.compile(r"[0-9A-Za-z+/=]{40,}"), "<long>"),
)


# In a value that a call wants told, which is none of the account's own.
ALWAYS = SECRETS[:3]


def redact(text, names, patterns=SECRETS):
    """A text without what belongs to the account: known values by their names, and whatever is shaped like one."""
    for value, name in names:
        text = text.replace(value, name)
    for pattern, word in patterns:
        text = pattern.sub(word, text)
    return text


def shape_of(answer, shape, names):
    """An answer without its texts: words of the model, booleans and numbers stay. Of keys in a list, those of this run alone, by name."""
    kind = shape.type_name
    if kind == "structure":
        return {name: shape_of(answer[name], member, names) for name, member in sorted(shape.members.items()) if answer.get(name) is not None}
    if kind == "list":
        known = dict(names)
        if any(isinstance(item, dict) and "KeyArn" in item for item in answer):
            return {known[item["KeyArn"]]: shape_of(item, shape.member, names) for item in answer if item.get("KeyArn") in known}
        return sorted((shape_of(item, shape.member, names) for item in answer), key=str)
    if kind == "map":
        return {name: shape_of(item, shape.value, names) for name, item in sorted(answer.items())}
    if isinstance(answer, (bool, int)):
        return answer
    if isinstance(answer, datetime.datetime):
        return "<time>"
    return answer if getattr(shape, "enum", None) else "<text>"


def told(answer, paths, names):
    """The parts of an answer that a call wants told: Path, or Path|function."""
    found = {}
    for path in paths:
        path, _, function = path.partition("|")
        part = part_of(answer, path)
        if part is None:
            found[path] = None
        elif function:
            found[f"{path}|{function}"] = FUNCTIONS[function](part)
        else:
            found[path] = redact(str(part), names, ALWAYS)
    return found


def _opened(cryptogram):
    numbers = json.loads((MATERIALS / "wrap-key.json").read_text())
    return rsa.unwrap((int(numbers["n"], 16), int(numbers["d"], 16)), bytes.fromhex(cryptogram)).hex().upper()


FUNCTIONS = {
    "count": certificate.count,
    # Of a key block: version, usage, algorithm, mode, key version, exportability; its length says how much padding there is.
    "header": lambda block: f"{block[0]} {block[5:7]}{block[7]}{block[8]}{block[9:11]}{block[11]}, {len(block)} characters",
    "id": lambda arn: "16 of a-z2-7" if re.fullmatch("[a-z2-7]{16}", arn.rpartition("/")[2]) else "another form",
    "key": certificate.key_kind,
    "length": len,
    "opened": _opened,
    "signature": certificate.signature,
    "usage": certificate.usage,
}
