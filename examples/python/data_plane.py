"""A purchase, with boto3 alone: the data plane of AWS Payment Cryptography, here on the local engine.

Start the server, set the variables that it prints, and run this file:

    paymentcrypto serve

Keys are made by the engine, so nobody knows them; what one side encrypts, the other verifies.
"""
import boto3

control = boto3.client("payment-cryptography")
data = boto3.client("payment-cryptography-data")

PAN = "4123456789012345"


def make(usage, algorithm, **modes):
    return control.create_key(
        Exportable=True,
        KeyAttributes={
            "KeyUsage": usage,
            "KeyClass": "SYMMETRIC_KEY",
            "KeyAlgorithm": algorithm,
            "KeyModesOfUse": modes,
        },
    )["Key"]["KeyArn"]


pek = make("TR31_P0_PIN_ENCRYPTION_KEY", "TDES_2KEY", Encrypt=True, Decrypt=True, Wrap=True, Unwrap=True)
bdk = make("TR31_B0_BASE_DERIVATION_KEY", "TDES_2KEY", DeriveKey=True)
pvk = make("TR31_V2_VISA_PIN_VERIFICATION_KEY", "TDES_2KEY", Generate=True, Verify=True)
cvk = make("TR31_C0_CARD_VERIFICATION_KEY", "TDES_2KEY", Generate=True, Verify=True)
mdk = make("TR31_E0_EMV_MKEY_APP_CRYPTOGRAMS", "TDES_2KEY", DeriveKey=True)
mak = make("TR31_M3_ISO_9797_3_MAC_KEY", "TDES_2KEY", Generate=True, Verify=True)

# The issuer gives out a PIN and keeps its verification value.
issued = data.generate_pin_data(
    GenerationKeyIdentifier=pvk,
    EncryptionKeyIdentifier=pek,
    PrimaryAccountNumber=PAN,
    PinBlockFormat="ISO_FORMAT_0",
    GenerationAttributes={"VisaPin": {"PinVerificationKeyIndex": 1}},
)
pvv = issued["PinData"]["VerificationValue"]

# The terminal enters it under DUKPT, the acquirer brings it back under the zone key.
serial = "FFFF9876543210E00001"
iso0 = {"IsoFormat0": {"PrimaryAccountNumber": PAN}}
entered = data.translate_pin_data(
    IncomingKeyIdentifier=pek,
    OutgoingKeyIdentifier=bdk,
    IncomingTranslationAttributes=iso0,
    OutgoingTranslationAttributes=iso0,
    EncryptedPinBlock=issued["EncryptedPinBlock"],
    OutgoingDukptAttributes={"KeySerialNumber": serial},
)["PinBlock"]
zone = data.translate_pin_data(
    IncomingKeyIdentifier=bdk,
    OutgoingKeyIdentifier=pek,
    IncomingTranslationAttributes=iso0,
    OutgoingTranslationAttributes=iso0,
    EncryptedPinBlock=entered,
    IncomingDukptAttributes={"KeySerialNumber": serial},
)["PinBlock"]

verification = dict(
    VerificationKeyIdentifier=pvk,
    EncryptionKeyIdentifier=pek,
    PrimaryAccountNumber=PAN,
    PinBlockFormat="ISO_FORMAT_0",
    EncryptedPinBlock=zone,
)
data.verify_pin_data(VerificationAttributes={"VisaPin": {"PinVerificationKeyIndex": 1, "VerificationValue": pvv}}, **verification)
print("The PIN is right.")
wrong = str((int(pvv) + 1) % 10000).zfill(4)
try:
    data.verify_pin_data(VerificationAttributes={"VisaPin": {"PinVerificationKeyIndex": 1, "VerificationValue": wrong}}, **verification)
    raise SystemExit("A wrong verification value was taken.")
except data.exceptions.VerificationFailedException as error:
    print("With another verification value:", error.response["Reason"])

card = {"CardVerificationValue2": {"CardExpiryDate": "1228"}}
cvv2 = data.generate_card_validation_data(KeyIdentifier=cvk, PrimaryAccountNumber=PAN, GenerationAttributes=card)["ValidationData"]
data.verify_card_validation_data(KeyIdentifier=cvk, PrimaryAccountNumber=PAN, VerificationAttributes=card, ValidationData=cvv2)
print("The card value is right.")

transaction = "00000000170000000000000008400080008000084016051700000000093800000B03011203000000"
session = {"EmvCommon": {"PrimaryAccountNumber": PAN, "PanSequenceNumber": "00", "ApplicationTransactionCounter": "0001"}}
cryptogram = dict(KeyIdentifier=mdk, TransactionData=transaction, MajorKeyDerivationMode="EMV_OPTION_A", SessionKeyDerivationAttributes=session)
# Only newer versions of boto3 know the card's side of it, which the service has for development.
if hasattr(data, "generate_auth_request_cryptogram"):
    arqc = data.generate_auth_request_cryptogram(**cryptogram)["AuthRequestCryptogram"]
    answer = data.verify_auth_request_cryptogram(
        AuthRequestCryptogram=arqc, AuthResponseAttributes={"ArpcMethod1": {"AuthResponseCode": "3030"}}, **cryptogram
    )
    print("The cryptogram is right; the answer has", len(answer["AuthResponseValue"]), "hex digits.")

message = "0200".encode().hex()
mac = data.generate_mac(KeyIdentifier=mak, MessageData=message, GenerationAttributes={"Algorithm": "ISO9797_ALGORITHM3"})["Mac"]
data.verify_mac(KeyIdentifier=mak, MessageData=message, Mac=mac, VerificationAttributes={"Algorithm": "ISO9797_ALGORITHM3"})
print("The MAC is right.")
