"""Where two services differ."""


def differences(recorded, replayed):
    """Yields for each call that was answered differently: the call, and what differs as (where, there, here). Texts of errors are each service's own."""
    for call, again in zip(recorded, replayed, strict=True):
        there, here = call["outcome"], again["outcome"]
        if "left out" in there or "left out" in here:
            continue
        if ("error" in there) != ("error" in here):
            found = [("outcome", there.get("error", "an answer"), here.get("error", "an answer"))]
        else:
            there, here = (_flat({name: part for name, part in outcome.items() if name != "message"}) for outcome in (there, here))
            found = [(path, there.get(path), here.get(path)) for path in sorted(there | here) if there.get(path) != here.get(path)]
        if found:
            yield call, again, found


def left_out(recorded, replayed):
    """Calls that only one side, or neither, could be asked, with the reason."""
    for call, again in zip(recorded, replayed, strict=True):
        reason = call["outcome"].get("left out") or again["outcome"].get("left out")
        if reason:
            yield call, reason


def _flat(outcome, path=""):
    if not isinstance(outcome, dict) or not outcome:
        return {path: outcome}
    found = {}
    for name, part in outcome.items():
        found |= _flat(part, f"{path}.{name}" if path else name)
    return found
