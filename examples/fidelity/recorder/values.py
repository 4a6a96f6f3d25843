"""What stands for a value in calls/*.json: $name for an answer or a part of it, and a few functions."""
import base64
import json
import pathlib
import re
import secrets

from . import certificate, rsa

# A word of the service model: no answer's own.
WORD = re.compile(r"[A-Z0-9]+(_[A-Z0-9]+)+")
MATERIALS = pathlib.Path(__file__).parent.parent / "materials"


class MissingAnswer(Exception):
    """A value that an earlier call did not give."""


class Values:
    """The answers so far, by name. Their ARNs, tokens and certificates are known here, so that nothing else may show them."""

    def __init__(self, region):
        other = "us-west-2" if region == "us-east-1" else "us-east-1"
        self._answers = {"run": {"region": region, "otherRegion": other, "alias": f"alias/fidelity-{secrets.token_hex(4)}"}}

    def keep(self, name, answer):
        """Keeps an answer under a name."""
        self._answers[name] = answer

    def names(self):
        """Text -> the name that stands for it, longest text first."""
        found = {}
        for name, answer in self._answers.items():
            if name != "run" or "alias" in answer:
                _texts(f"${name}", answer if name != "run" else {"alias": answer["alias"]}, found)
        return sorted(found.items(), key=lambda pair: -len(pair[0]))

    def resolve(self, value):
        """A value of calls/*.json as it is sent."""
        if isinstance(value, str):
            return self._answer(value[1:]) if value.startswith("$") else value
        if isinstance(value, list):
            return [self.resolve(item) for item in value]
        if isinstance(value, dict):
            if len(value) == 1 and next(iter(value)).startswith("$"):
                name, argument = next(iter(value.items()))
                return FUNCTIONS[name](self, argument)
            return {name: self.resolve(item) for name, item in value.items()}
        return value

    def _answer(self, path):
        name, *rest = path.split(".")
        found = self._answers.get(name)
        if not rest and found is not None:
            rest = ["Key", "KeyArn"]
        for part in rest:
            found = found.get(part) if isinstance(found, dict) else None
        if found is None:
            raise MissingAnswer(f"${path}")
        return found


def part_of(answer, path):
    """A part of an answer by its path, or None."""
    for name in path.split("."):
        answer = answer.get(name) if isinstance(answer, dict) else None
    return answer


def _texts(path, answer, found):
    if isinstance(answer, dict):
        for name, item in answer.items():
            _texts(f"{path}.{name}", item, found)
    elif isinstance(answer, str) and len(answer) > 15 and not WORD.fullmatch(answer):
        found.setdefault(answer, path.removesuffix(".Key.KeyArn"))


def _file(_, name):
    return base64.b64encode((MATERIALS / name).read_bytes()).decode()


def _oaep(values, argument):
    key = certificate.rsa_key(values.resolve(argument["for"]))
    return rsa.wrap(key, bytes.fromhex(argument["value"]), argument.get("hash", "sha256")).hex().upper()


def _replace(values, argument):
    text, new = values.resolve(argument[0]), argument[2]
    at = argument[1] % len(text)
    return text[:at] + new + text[at + len(new):]


def _tags(_, count):
    return [{"Key": f"tag-{number}", "Value": "fidelity"} for number in range(count)]


FUNCTIONS = {
    "$account": lambda values, key: values.resolve(key).split(":")[4],
    "$file": _file,
    "$join": lambda values, parts: "".join(values.resolve(part) for part in parts),
    "$json": lambda values, value: json.dumps(values.resolve(value)),
    "$oaep": _oaep,
    "$replace": _replace,
    "$tags": _tags,
}
