"""What a test looks like: it asks for the fixture, and calls boto3, or the code under test that does."""
import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

PAN = "4123456789012345"


def test_a_fixed_key_gives_a_known_card_value(paymentcrypto):
    data = boto3.client("payment-cryptography-data")

    made = data.generate_card_validation_data(
        KeyIdentifier="alias/issuer/cvk", PrimaryAccountNumber=PAN,
        GenerationAttributes={"CardVerificationValue1": {"CardExpiryDate": "8701", "ServiceCode": "101"}})

    assert (made["ValidationData"], made["KeyCheckValue"]) == ("561", "08D7B4")


@pytest.mark.parametrize("run", [1, 2])
def test_every_test_begins_anew(paymentcrypto, run):
    keys = boto3.client("payment-cryptography")

    keys.create_alias(AliasName="alias/mine")

    assert len(keys.list_aliases()["Aliases"]) == 3


def test_an_import_token_ends_after_30_days(paymentcrypto):
    keys = boto3.client("payment-cryptography")
    wanted = {"KeyMaterialType": "TR34_KEY_BLOCK", "WrappingKeyAlgorithm": "RSA_2048", "ReuseLastGeneratedToken": True}
    first = keys.get_parameters_for_import(**wanted)["ImportToken"]
    assert keys.get_parameters_for_import(**wanted)["ImportToken"] == first

    paymentcrypto.advance(days=31)

    assert keys.get_parameters_for_import(**wanted)["ImportToken"] != first


def test_a_throttled_call_is_tried_again_by_boto3_but_not_for_ever(paymentcrypto):
    keys = boto3.client("payment-cryptography", config=Config(retries={"mode": "standard", "total_max_attempts": 2}))
    paymentcrypto.fault("Throttling", "ListKeys")
    assert keys.list_keys()["Keys"]

    paymentcrypto.fault("Throttling", "ListKeys", calls=2)
    with pytest.raises(ClientError) as failed:
        keys.list_keys()

    assert failed.value.response["Error"]["Code"] == "ThrottlingException"
