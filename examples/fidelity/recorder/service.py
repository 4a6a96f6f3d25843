"""Both planes of the service behind one method, as plainly as boto3 can send: nothing is checked before it is sent."""
import ipaddress
import json
import re
import time
import urllib.parse

import boto3
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.exceptions import ClientError
from botocore.httpsession import URLLib3Session

from .pace import Pace

PLANES = {"control": "payment-cryptography", "data": "payment-cryptography-data"}


class Service:
    """The service of a region, or what answers at an endpoint."""

    def __init__(self, region=None, endpoint=None):
        session = boto3.Session(region_name=region)
        config = Config(parameter_validation=False, retries={"mode": "standard", "total_max_attempts": 5})
        self._clients = {plane: session.client(name, endpoint_url=endpoint, config=config) for plane, name in PLANES.items()}
        self._credentials = session.get_credentials()
        self._http = URLLib3Session()
        self.region = self._clients["control"].meta.region_name
        self.endpoint = self._clients["control"].meta.endpoint_url
        self.is_local = _is_loopback(urllib.parse.urlsplit(self.endpoint).hostname)
        self._pace = None if self.is_local else Pace(5)
        if self._pace:
            for client in self._clients.values():
                client.meta.events.register("before-send", self._pace.wait)

    def account(self):
        """The account that pays."""
        if self.is_local:
            return "local"
        return boto3.client("sts", region_name=self.region).get_caller_identity()["Account"]

    def model(self, operation):
        """What botocore knows of an operation, or None."""
        client = self._of(operation)
        return client and client.meta.service_model.operation_model(operation)

    def call(self, operation, members):
        """Sends one call and returns the answer; raises botocore's ClientError for an error of the service."""
        client = self._of(operation)
        method = re.sub(r"(?<!^)(?=[A-Z])", "_", operation).lower()
        answer = getattr(client, method)(**members)
        answer.pop("ResponseMetadata", None)
        return answer

    def settled(self, answer, tries=60):
        """The key of an answer, once its creation and its replication have ended; on AWS that takes seconds."""
        key = answer.get("Key", {})
        while tries and not self.is_local and (key.get("KeyState") == "CREATE_IN_PROGRESS" or _replicates(key)):
            time.sleep(1)
            key, tries = self.call("GetKey", {"KeyIdentifier": key["KeyArn"]})["Key"], tries - 1
        return key

    def send(self, plane, method, path, headers, body):
        """Sends what no SDK would: a signed request as it is written. Returns status and error code."""
        url = self._clients[plane].meta.endpoint_url.rstrip("/") + path
        request = AWSRequest(method=method, url=url, data=body.encode(), headers=headers)
        SigV4Auth(self._credentials, "payment-cryptography", self.region).add_auth(request)
        if self._pace:
            self._pace.wait()
        response = self._http.send(request.prepare())
        try:
            parsed = json.loads(response.content or b"{}")
        except ValueError:
            parsed = {}
        header = response.headers.get("x-amzn-ErrorType")
        return {"status": response.status_code, "code": _short(header or parsed.get("__type") or parsed.get("code")), "in header": header is not None,
                "in body": "__type" in parsed or "code" in parsed, "message": parsed.get("message") or parsed.get("Message") or ""}

    def _of(self, operation):
        return next((client for client in self._clients.values() if operation in client.meta.service_model.operation_names), None)


def error_of(error: ClientError):
    """An error of the service as the transcript has it."""
    response = error.response
    fields = sorted(field.get("path", "") for field in response.get("fieldList", []))
    found = {"error": response["Error"]["Code"], "status": response["ResponseMetadata"]["HTTPStatusCode"], "message": response["Error"].get("Message", "")}
    if "Reason" in response:
        found["reason"] = response["Reason"]
    return {**found, "fields": fields} if fields else found


def _short(code):
    return code and code.split("#")[-1].split(":")[0]


def _replicates(key):
    return any(status.get("Status") == "IN_PROGRESS" for status in key.get("ReplicationStatus", {}).values())


def _is_loopback(host):
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
