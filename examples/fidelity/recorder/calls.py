"""The calls, as calls/*.json has them: data, so that anyone can read beforehand what will be sent."""
import json
import pathlib

FOLDER = pathlib.Path(__file__).parent.parent / "calls"


def read_keys():
    """The keys that the calls use: name -> {usage, algorithm, modes, value?}. One with a value is imported, so that answers can be compared."""
    return json.loads((FOLDER / "keys.json").read_text())


def read_calls():
    """The calls in their order: files by name, then as they stand."""
    return [call for file in sorted(FOLDER.glob("[0-9]*.json")) for call in json.loads(file.read_text())]


def read_not_asked():
    """Rows that no call can ask -> why."""
    return json.loads((FOLDER / "not-asked.json").read_text())
