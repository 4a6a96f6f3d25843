"""A transcript: JSON, a line for the run and a line for each call."""
import json
import os


def write(path, head, asked):
    """Writes each line as soon as it is known, so that a run that breaks off has recorded what it could. For the owner's eyes until they have looked."""
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(json.dumps(head) + "\n")
        for line in asked:
            file.write(json.dumps(line) + "\n")
            file.flush()
            yield line


def read(path):
    """The head and the calls with their outcomes. Lines that a broken run did not end are left out."""
    with open(path, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file if line.endswith("\n")]
    if not lines or "fidelity" not in lines[0]:
        raise ValueError(f"{path} is no transcript of this recorder")
    return lines[0], lines[1:]
