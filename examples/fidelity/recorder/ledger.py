"""What a run has made, written down before anything else can happen, so that it is removed even after a crash."""
import json
import pathlib

from botocore.exceptions import BotoCoreError, ClientError

# The service keeps a deleted key for three days at least.
DAYS = 3


class Ledger:
    """A file beside the transcript, with names of the account in it: it is removed with what it names."""

    def __init__(self, transcript):
        self._path = pathlib.Path(f"{transcript}.created")

    def exists(self):
        """Whether a run has left something."""
        return self._path.exists()

    def before(self, operation, members):
        """Notes what a call is about to make under a name that is known already."""
        if operation == "CreateAlias":
            self._note({"alias": members["AliasName"]})
        elif operation == "EnableDefaultKeyReplicationRegions":
            self._note({"defaults": members["ReplicationRegions"]})

    def after(self, operation, answer):
        """Notes the key that a call has made."""
        if operation in ("CreateKey", "ImportKey"):
            self._note({"key": answer["Key"]["KeyArn"]})

    def clean(self, service, say):
        """Removes everything, and says what could not be. True when nothing is left."""
        left = []
        for item in self._read():
            try:
                _remove(service, item)
            except (ClientError, BotoCoreError) as error:
                left.append(f"{next(iter(item.values()))}: {error}")
        for line in left:
            say(f"left: {line}")
        if not left:
            self._path.unlink(missing_ok=True)
        return not left

    def _note(self, item):
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(item) + "\n")

    def _read(self):
        items = [json.loads(line) for line in self._path.read_text(encoding="utf-8").splitlines()] if self._path.exists() else []
        # Aliases go before their keys, and the account's setting first of all: every key of anybody's follows it.
        return sorted(items, key=lambda item: ("defaults", "alias", "key").index(next(iter(item))))


def _remove(service, item):
    if "defaults" in item:
        service.call("DisableDefaultKeyReplicationRegions", {"ReplicationRegions": item["defaults"]})
    elif "alias" in item:
        _unless_gone(service, "DeleteAlias", {"AliasName": item["alias"]})
    else:
        key = service.call("GetKey", {"KeyIdentifier": item["key"]})["Key"]
        if key["KeyState"] in ("DELETE_PENDING", "DELETE_COMPLETE"):
            return
        if key.get("ReplicationStatus"):
            service.call("RemoveKeyReplicationRegions", {"KeyIdentifier": item["key"], "ReplicationRegions": list(key["ReplicationStatus"])})
            service.settled(service.call("GetKey", {"KeyIdentifier": item["key"]}))
        service.call("DeleteKey", {"KeyIdentifier": item["key"], "DeleteKeyInDays": DAYS})


def _unless_gone(service, operation, members):
    try:
        service.call(operation, members)
    except ClientError as error:
        if error.response["Error"]["Code"] != "ResourceNotFoundException":
            raise
