"""As much of X.509 as has to be read: the key, how it was signed, what it may be used for."""
import base64
import re

NAMES = {
    "2a864886f70d01010b": "RSA with SHA-256", "2a864886f70d01010c": "RSA with SHA-384", "2a864886f70d01010d": "RSA with SHA-512",
    "2a864886f70d01010a": "RSA-PSS", "2a8648ce3d040302": "ECDSA with SHA-256", "2a8648ce3d040303": "ECDSA with SHA-384",
    "2a8648ce3d040304": "ECDSA with SHA-512", "2a864886f70d01010e": "RSA with SHA-224", "2a8648ce3d040301": "ECDSA with SHA-224",
    "2a8648ce3d030107": "P-256", "2b81040022": "P-384", "2b81040023": "P-521",
}
USAGES = ("digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment", "keyAgreement", "keyCertSign", "cRLSign")
BEGIN = re.compile(rb"-----BEGIN [A-Z ]+-----(.*?)-----END", re.S)


def ders(text):
    """The certificates or requests of base64 of PEM, as the service has them."""
    return [base64.b64decode(body) for body in BEGIN.findall(base64.b64decode(text))]


def children(data):
    """The elements of a constructed DER value: (tag, contents)."""
    found, at = [], 0
    while at < len(data):
        tag, length, at = data[at], data[at + 1], at + 2
        if length & 0x80:
            count = length & 0x7F
            length, at = int.from_bytes(data[at:at + count], "big"), at + count
        found.append((tag, data[at:at + length]))
        at += length
    return found


def rsa_key(text):
    """Modulus and exponent of the first certificate."""
    info = _info(ders(text)[0])
    modulus, exponent = children(children(children(info)[1][1][1:])[0][1])
    return int.from_bytes(modulus[1], "big"), int.from_bytes(exponent[1], "big")


def key_kind(text):
    """The kind of key of the last certificate: of an authority, where a chain is given."""
    info = _info(ders(text)[-1])
    algorithm = children(children(info)[0][1])
    curve = NAMES.get(algorithm[1][1].hex()) if algorithm[1][0] == 6 else None
    if curve:
        return curve
    modulus = children(children(children(info)[1][1][1:])[0][1])[0][1]
    return f"RSA-{int.from_bytes(modulus, 'big').bit_length()}"


def signature(text):
    """How the first certificate or request was signed."""
    oid = children(children(children(ders(text)[0])[0][1])[1][1])[0][1].hex()
    return NAMES.get(oid, oid)


def usage(text):
    """KeyUsage of the first certificate, or none."""
    for tag, contents in _fields(ders(text)[0]):
        if tag == 0xA3:
            for _, extension in children(children(contents)[0][1]):
                parts = children(extension)
                if parts[0][1].hex() == "551d0f":
                    bits = children(parts[-1][1])[0][1][1:]
                    return " ".join(name for index, name in enumerate(USAGES) if bits[index // 8] >> (7 - index % 8) & 1)
    return "none"


def count(text):
    """How many certificates there are."""
    return len(ders(text))


def _fields(der):
    return children(children(children(der)[0][1])[0][1])


def _info(der):
    """SubjectPublicKeyInfo: the field that is an algorithm and a bit string."""
    for tag, contents in _fields(der):
        parts = children(contents) if tag == 0x30 else []
        if len(parts) == 2 and parts[1][0] == 0x03:
            return contents
    raise ValueError("no public key")
