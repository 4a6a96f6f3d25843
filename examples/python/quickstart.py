"""Ten lines of boto3 on PaymentCrypto: start `paymentcrypto serve`, set the variables that it prints, and run this file."""
import boto3

keys = boto3.client("payment-cryptography")
data = boto3.client("payment-cryptography-data")

key = keys.create_key(Exportable=False, KeyAttributes={
    "KeyUsage": "TR31_M6_ISO_9797_5_CMAC_KEY", "KeyClass": "SYMMETRIC_KEY", "KeyAlgorithm": "AES_128",
    "KeyModesOfUse": {"Generate": True, "Verify": True}})["Key"]
mac = data.generate_mac(KeyIdentifier=key["KeyArn"], MessageData="00112233", GenerationAttributes={"Algorithm": "CMAC"})
data.verify_mac(KeyIdentifier=key["KeyArn"], MessageData="00112233", Mac=mac["Mac"], VerificationAttributes={"Algorithm": "CMAC"})
print("The MAC is right:", key["KeyCheckValue"] == mac["KeyCheckValue"])
