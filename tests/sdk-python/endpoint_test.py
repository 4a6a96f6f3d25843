"""boto3 and the aws CLI against the endpoint that the environment names (see run). The last line of the output is the count."""
import datetime
import json
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

import boto3
from botocore.config import Config

CLIENT = boto3.client("payment-cryptography", config=Config(retries={"total_max_attempts": 1}))
MODEL = CLIENT.meta.service_model
CALLED = set()


def call(operation, **members):
    CALLED.add(operation)
    method = re.sub(r"(?<!^)(?=[A-Z])", "_", operation).lower()
    return getattr(CLIENT, method)(**members)


def knows_reuse():
    return "ReuseLastGeneratedToken" in MODEL.operation_model("GetParametersForImport").input_shape.members


def create(usage="TR31_P0_PIN_ENCRYPTION_KEY", algorithm="TDES_2KEY", key_class="SYMMETRIC_KEY", modes=("Encrypt", "Decrypt", "Wrap", "Unwrap"), **more):
    attributes = {"KeyUsage": usage, "KeyAlgorithm": algorithm, "KeyClass": key_class, "KeyModesOfUse": dict.fromkeys(modes, True)}
    return call("CreateKey", KeyAttributes=attributes, Exportable=True, **more)["Key"]


class Boto3(unittest.TestCase):
    def test_a_key_is_made_found_stopped_started_deleted_and_restored(self):
        key = create()
        arn = key["KeyArn"]
        self.assertEqual(call("GetKey", KeyIdentifier=arn)["Key"], key)
        self.assertIsInstance(key["CreateTimestamp"], datetime.datetime)
        self.assertFalse(call("StopKeyUsage", KeyIdentifier=arn)["Key"]["Enabled"])
        self.assertTrue(call("StartKeyUsage", KeyIdentifier=arn)["Key"]["Enabled"])
        self.assertEqual(call("DeleteKey", KeyIdentifier=arn)["Key"]["KeyState"], "DELETE_PENDING")
        self.assertEqual(call("RestoreKey", KeyIdentifier=arn)["Key"]["KeyState"], "CREATE_COMPLETE")

    def test_an_alias_is_made_moved_and_deleted(self):
        name, first, second = "alias/boto3", create()["KeyArn"], create()["KeyArn"]
        call("CreateAlias", AliasName=name, KeyArn=first)
        call("UpdateAlias", AliasName=name, KeyArn=second)
        self.assertEqual(call("GetAlias", AliasName=name)["Alias"]["KeyArn"], second)
        call("DeleteAlias", AliasName=name)
        with self.assertRaises(CLIENT.exceptions.ResourceNotFoundException):
            call("GetAlias", AliasName=name)

    def test_lists_come_page_by_page(self):
        arns = {create()["KeyArn"] for _ in range(3)}
        for index, arn in enumerate(arns):
            call("CreateAlias", AliasName=f"alias/boto3-page-{index}", KeyArn=arn)
        pages = CLIENT.get_paginator("list_keys").paginate(PaginationConfig={"PageSize": 2})
        self.assertLessEqual(arns, {key["KeyArn"] for page in pages for key in page["Keys"]})
        pages = CLIENT.get_paginator("list_aliases").paginate(PaginationConfig={"PageSize": 2})
        self.assertLessEqual(arns, {alias.get("KeyArn") for page in pages for alias in page["Aliases"]})
        call("ListKeys", MaxResults=1)
        call("ListAliases", MaxResults=1)

    def test_tags_are_set_listed_and_removed(self):
        arn = create(Tags=[{"Key": "a", "Value": "1"}])["KeyArn"]
        call("TagResource", ResourceArn=arn, Tags=[{"Key": "b", "Value": "2"}])
        call("UntagResource", ResourceArn=arn, TagKeys=["a"])
        self.assertEqual(call("ListTagsForResource", ResourceArn=arn)["Tags"], [{"Key": "b", "Value": "2"}])

    def test_tokens(self):
        first = call("GetParametersForImport", KeyMaterialType="TR34_KEY_BLOCK", WrappingKeyAlgorithm="RSA_2048")
        self.assertRegex(first["ImportToken"], "^import-token-[0-9a-zA-Z]{16,64}$")
        self.assertRegex(call("GetParametersForExport", KeyMaterialType="TR34_KEY_BLOCK", SigningKeyAlgorithm="RSA_2048")["ExportToken"], "^export-token-")
        if not knows_reuse():
            self.skipTest("this botocore's model has no ReuseLastGeneratedToken")
        again = call("GetParametersForImport", KeyMaterialType="TR34_KEY_BLOCK", WrappingKeyAlgorithm="RSA_2048", ReuseLastGeneratedToken=True)
        self.assertEqual(again["ImportToken"], first["ImportToken"])
        self.assertEqual(again["WrappingKeyCertificate"], first["WrappingKeyCertificate"])

    def test_a_key_goes_out_as_a_TR_31_block_and_comes_back(self):
        kek = create("TR31_K1_KEY_BLOCK_PROTECTION_KEY", "TDES_3KEY")["KeyArn"]
        key = create()
        block = call("ExportKey", ExportKeyIdentifier=key["KeyArn"], KeyMaterial={"Tr31KeyBlock": {"WrappingKeyIdentifier": kek}})["WrappedKey"]["KeyMaterial"]
        imported = call("ImportKey", KeyMaterial={"Tr31KeyBlock": {"WrappingKeyIdentifier": kek, "WrappedKeyBlock": block}})["Key"]
        self.assertEqual(imported["KeyCheckValue"], key["KeyCheckValue"])

    def test_a_key_pair_has_a_certificate_and_signs_a_request_for_one(self):
        arn = create("TR31_S0_ASYMMETRIC_KEY_FOR_DIGITAL_SIGNATURE", "RSA_2048", "ASYMMETRIC_KEY_PAIR", ("Sign",))["KeyArn"]
        self.assertTrue(call("GetPublicKeyCertificate", KeyIdentifier=arn)["KeyCertificateChain"])
        if "GetCertificateSigningRequest" in MODEL.operation_names:
            answer = call("GetCertificateSigningRequest", KeyIdentifier=arn, SigningAlgorithm="SHA256", CertificateSubject={"CommonName": "test"})
            self.assertTrue(answer["CertificateSigningRequest"])

    def test_errors_are_the_classes_of_the_model(self):
        with self.assertRaises(CLIENT.exceptions.ValidationException) as raised:
            call("GetParametersForImport", KeyMaterialType="TR31_KEY_BLOCK", WrappingKeyAlgorithm="RSA_2048")
        self.assertRegex(raised.exception.response["ResponseMetadata"]["RequestId"], "^[0-9a-f-]{36}$")
        with self.assertRaises(CLIENT.exceptions.ResourceNotFoundException):
            call("GetKey", KeyIdentifier="alias/nobody")
        call("CreateAlias", AliasName="alias/boto3-taken")
        with self.assertRaises(CLIENT.exceptions.ConflictException):
            call("CreateAlias", AliasName="alias/boto3-taken")

    def test_policies_replication_and_approval_answer_as_the_model_says(self):
        """An answer, or an error that the model gives the operation: botocore parses neither from anything else."""
        arn = create()["KeyArn"]
        principal = {"AWS": "arn:aws:iam::111122223333:root"}
        policy = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": principal, "Action": "payment-cryptography:GetKey", "Resource": arn}]}
        team = "arn:aws:mpa:us-east-1:111122223333:approval-team/test"
        for operation, members in (
            ("PutResourcePolicy", {"ResourceArn": arn, "Policy": json.dumps(policy)}),
            ("GetResourcePolicy", {"ResourceArn": arn}),
            ("DeleteResourcePolicy", {"ResourceArn": arn}),
            ("AddKeyReplicationRegions", {"KeyIdentifier": arn, "ReplicationRegions": ["us-west-2"]}),
            ("RemoveKeyReplicationRegions", {"KeyIdentifier": arn, "ReplicationRegions": ["us-west-2"]}),
            ("EnableDefaultKeyReplicationRegions", {"ReplicationRegions": ["us-west-2"]}),
            ("GetDefaultKeyReplicationRegions", {}),
            ("DisableDefaultKeyReplicationRegions", {"ReplicationRegions": ["us-west-2"]}),
            ("AssociateMpaTeam", {"Action": "IMPORT_ROOT_PUBLIC_KEY_CERTIFICATE", "MpaTeamArn": team}),
            ("GetMpaTeamAssociation", {"Action": "IMPORT_ROOT_PUBLIC_KEY_CERTIFICATE"}),
            ("DisassociateMpaTeam", {"Action": "IMPORT_ROOT_PUBLIC_KEY_CERTIFICATE"}),
        ):
            if operation not in MODEL.operation_names:
                continue
            with self.subTest(operation):
                try:
                    call(operation, **members)
                except CLIENT.exceptions.ClientError as error:
                    modelled = {shape.name for shape in MODEL.operation_model(operation).error_shapes}
                    self.assertIn(error.response["Error"]["Code"], modelled)
                    self.assertNotEqual(error.response["Error"]["Code"], "InternalServerException")

    def test_z_no_operation_that_this_boto3_knows_was_left_out(self):
        self.assertEqual(set(MODEL.operation_names) - CALLED, set())


class DataPlane(unittest.TestCase):
    """The other service on the same port: REST-JSON, with the key in the path of three operations."""

    DATA = boto3.client("payment-cryptography-data", config=Config(retries={"total_max_attempts": 1}))

    def test_the_example_plays_a_purchase(self):
        example = pathlib.Path(__file__).resolve().parents[2] / "examples" / "python" / "data_plane.py"
        run = subprocess.run([sys.executable, str(example)], capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("With another verification value: INVALID_PIN", run.stdout)
        self.assertIn("The MAC is right.", run.stdout)

    def test_the_quickstart_says_that_it_works(self):
        example = pathlib.Path(__file__).resolve().parents[2] / "examples" / "python" / "quickstart.py"
        run = subprocess.run([sys.executable, str(example)], capture_output=True, text=True, check=False)
        self.assertEqual(run.stdout, "The MAC is right: True\n", run.stderr)

    def test_data_is_encrypted_under_a_key_named_by_alias_and_by_arn(self):
        key = create(usage="TR31_D0_SYMMETRIC_DATA_ENCRYPTION_KEY", algorithm="AES_128")
        call("CreateAlias", AliasName="alias/data/plane", KeyArn=key["KeyArn"])
        attributes = {"Symmetric": {"Mode": "CBC"}}
        secret = self.DATA.encrypt_data(KeyIdentifier="alias/data/plane", PlainText="00" * 32, EncryptionAttributes=attributes)
        clear = self.DATA.decrypt_data(KeyIdentifier=key["KeyArn"], CipherText=secret["CipherText"], DecryptionAttributes=attributes)
        self.assertEqual(clear["PlainText"], "00" * 32)
        call("DeleteAlias", AliasName="alias/data/plane")

    def test_wrong_calls_are_the_errors_of_the_model(self):
        key = create(usage="TR31_M3_ISO_9797_3_MAC_KEY", modes=("Generate", "Verify"))["KeyArn"]
        algorithm = {"Algorithm": "ISO9797_ALGORITHM3"}
        with self.assertRaises(self.DATA.exceptions.VerificationFailedException) as failed:
            self.DATA.verify_mac(KeyIdentifier=key, MessageData="00", Mac="00" * 4, VerificationAttributes=algorithm)
        self.assertEqual(failed.exception.response["Reason"], "INVALID_MAC")
        with self.assertRaises(self.DATA.exceptions.ValidationException):
            self.DATA.generate_mac(KeyIdentifier=key, MessageData="00", GenerationAttributes={"Algorithm": "CMAC"})
        with self.assertRaises(self.DATA.exceptions.ResourceNotFoundException):
            self.DATA.generate_mac(KeyIdentifier="alias/nobody", MessageData="00", GenerationAttributes=algorithm)
        call("StopKeyUsage", KeyIdentifier=key)
        with self.assertRaises(self.DATA.exceptions.ValidationException):
            self.DATA.generate_mac(KeyIdentifier=key, MessageData="00", GenerationAttributes=algorithm)


@unittest.skipUnless(shutil.which("aws"), "the aws CLI is not installed")
class AwsCli(unittest.TestCase):
    def aws(self, *arguments):
        return subprocess.run(["aws", "payment-cryptography", *arguments, "--output", "json"], capture_output=True, text=True, check=False)

    def test_the_last_token_is_reused(self):
        if not knows_reuse():
            self.skipTest("the installed model has no --reuse-last-generated-token")
        command = ("get-parameters-for-import", "--key-material-type", "KEY_CRYPTOGRAM", "--wrapping-key-algorithm", "RSA_2048", "--reuse-last-generated-token")
        first, second = self.aws(*command), self.aws(*command)
        self.assertEqual((first.returncode, second.returncode), (0, 0), first.stderr + second.stderr)
        self.assertEqual(json.loads(first.stdout)["ImportToken"], json.loads(second.stdout)["ImportToken"])

    def test_an_error_is_shown_by_its_code(self):
        answer = self.aws("get-key", "--key-identifier", "alias/nobody")
        self.assertNotEqual(answer.returncode, 0)
        self.assertIn("ResourceNotFoundException", answer.stderr)


if __name__ == "__main__":
    names = [__name__, "fidelity_test", "pytest_example_test"]
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromNames(names))
    failed, skipped = len({test.id().split(" ")[0] for test, _ in result.failures + result.errors}), len(result.skipped)
    print(f"{max(0, result.testsRun - failed - skipped)} passed, {failed} failed, {skipped} skipped")
    sys.exit(0 if result.wasSuccessful() else 1)
