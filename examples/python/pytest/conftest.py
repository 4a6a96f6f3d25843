"""The fixture `paymentcrypto`: a server for the session, begun anew for each test. Under pytest-xdist each worker has its own."""
import pathlib

import boto3
import pytest

from paymentcrypto_server import paymentcrypto_server

# What a developer's own settings could say otherwise, up to sending the calls of a test to AWS.
OTHERS = ("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_ENDPOINT_URL", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")


@pytest.fixture(scope="session")
def paymentcrypto_process():
    with paymentcrypto_server("--seed", str(pathlib.Path(__file__).with_name("keys.json"))) as server:
        yield server


@pytest.fixture
def paymentcrypto(paymentcrypto_process, monkeypatch):
    """The server; clients that are made in the test, or in what it calls, find it by themselves."""
    for name in OTHERS:
        monkeypatch.delenv(name, raising=False)
    for name, value in paymentcrypto_process.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    # boto3 keeps the credentials that it has found once.
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", None)
    paymentcrypto_process.reset()
    return paymentcrypto_process
