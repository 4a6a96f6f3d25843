"""Makes the certificates and keys of this folder anew (needs the package cryptography; recording and comparing do not).

They are for the recorder alone and protect nothing: the private keys are published here."""
import datetime
import json
import pathlib

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID, ObjectIdentifier

HERE = pathlib.Path(__file__).parent
FROM, TO = datetime.datetime(2025, 1, 1), datetime.datetime(2049, 12, 31)
USAGES = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign",
          "encipher_only", "decipher_only")


def usage(*names):
    return x509.KeyUsage(**{name: name in names for name in USAGES}), True


def ca(path_length=None, is_ca=True):
    return x509.BasicConstraints(is_ca, path_length), True


def certificate(file, name, key, issuer=None, *extensions, until=TO):
    """Writes a certificate; issuer is (name, key), or None for one that signs itself."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    issuer_name, issuer_key = issuer or (name, key)
    builder = (x509.CertificateBuilder().subject_name(subject).public_key(key.public_key()).serial_number(x509.random_serial_number())
               .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer_name)])).not_valid_before(FROM).not_valid_after(until))
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    made = builder.sign(issuer_key, hashes.SHA512() if isinstance(issuer_key, ec.EllipticCurvePrivateKey) else hashes.SHA256())
    (HERE / file).write_bytes(made.public_bytes(serialization.Encoding.PEM))
    return name, issuer_key


def main():
    # An issuer may be refused that is weaker than what it signs.
    root_key, wrap_key, large_key = (rsa.generate_private_key(65537, size) for size in (3072, 2048, 3072))
    curve_root, curve_key = ec.generate_private_key(ec.SECP521R1()), ec.generate_private_key(ec.SECP256R1())
    root, curve = ("Fidelity root", root_key), ("Fidelity curve root", curve_root)
    sign = usage("key_cert_sign")
    unknown = (x509.UnrecognizedExtension(ObjectIdentifier("1.3.6.1.4.1.99999.1"), b"\x05\x00"), True)
    past = datetime.datetime(2025, 6, 30)

    certificate("root.pem", *root, None, ca(), sign)
    certificate("root-bare.pem", "Fidelity bare root", root_key)
    certificate("root-no-authority.pem", "Fidelity no authority", root_key, None, ca(is_ca=False), sign)
    certificate("root-may-not-sign.pem", "Fidelity root without keyCertSign", root_key, None, ca(), usage("digital_signature"))
    certificate("root-expired.pem", "Fidelity expired root", root_key, None, ca(), sign, until=past)
    certificate("root-critical.pem", "Fidelity critical root", root_key, None, ca(), sign, unknown)
    certificate("root-curve.pem", *curve, None, ca(), sign)
    certificate("root-short.pem", "Fidelity short root", root_key, None, ca(0), sign)

    certificate("wrap.pem", "Fidelity wrap", wrap_key, root, usage("key_encipherment"))
    certificate("wrap-bare.pem", "Fidelity bare wrap", wrap_key, root)
    certificate("wrap-large.pem", "Fidelity large wrap", large_key, root, usage("key_encipherment"))
    certificate("sign-only.pem", "Fidelity sign only", wrap_key, root, usage("digital_signature"))
    certificate("wrap-expired.pem", "Fidelity expired wrap", wrap_key, root, usage("key_encipherment"), until=past)
    certificate("wrap-stranger.pem", "Fidelity stranger", wrap_key, ("Fidelity root", large_key), usage("key_encipherment"))
    certificate("intermediate.pem", "Fidelity intermediate", large_key, ("Fidelity short root", root_key), ca(), sign)
    certificate("wrap-too-deep.pem", "Fidelity too deep", wrap_key, ("Fidelity intermediate", large_key), usage("key_encipherment"))
    certificate("curve.pem", "Fidelity curve", curve_key, curve, usage("key_agreement"))
    certificate("curve-sign-only.pem", "Fidelity curve sign only", curve_key, curve, usage("digital_signature"))

    numbers = wrap_key.private_numbers()
    (HERE / "wrap-key.json").write_text(json.dumps({"n": f"{numbers.public_numbers.n:X}", "d": f"{numbers.d:X}"}, indent=2) + "\n")


if __name__ == "__main__":
    main()
