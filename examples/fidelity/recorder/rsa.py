"""RSA-OAEP as the exchange of published test keys needs it. Not constant in time: no secret goes through it."""
import hashlib
import os


def wrap(key, value, digest="sha256"):
    """Encrypts bytes by RSA-OAEP (RFC 8017 7.1.1) for a public key (n, e)."""
    n, e = key
    size, length = (n.bit_length() + 7) // 8, hashlib.new(digest).digest_size
    block = hashlib.new(digest, b"").digest() + bytes(size - len(value) - 2 * length - 2) + b"\x01" + value
    seed = os.urandom(length)
    masked = _xor(block, _mask(seed, len(block), digest))
    encoded = b"\x00" + _xor(seed, _mask(masked, length, digest)) + masked
    return pow(int.from_bytes(encoded, "big"), e, n).to_bytes(size, "big")


def unwrap(key, cryptogram, digest="sha256"):
    """Opens what was encrypted by RSA-OAEP for a private key (n, d)."""
    n, d = key
    size, length = (n.bit_length() + 7) // 8, hashlib.new(digest).digest_size
    encoded = pow(int.from_bytes(cryptogram, "big"), d, n).to_bytes(size, "big")
    masked = encoded[1 + length:]
    seed = _xor(encoded[1:1 + length], _mask(masked, length, digest))
    block = _xor(masked, _mask(seed, len(masked), digest))
    if block[:length] != hashlib.new(digest, b"").digest():
        raise ValueError("not for this key, or another hash")
    return block[block.index(b"\x01", length) + 1:]


def _mask(seed, length, digest):
    blocks = (hashlib.new(digest, seed + counter.to_bytes(4, "big")).digest() for counter in range(length // hashlib.new(digest).digest_size + 1))
    return b"".join(blocks)[:length]


def _xor(one, other):
    return bytes(a ^ b for a, b in zip(one, other))
