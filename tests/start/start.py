"""Starts two programs in turn: start.py STARTS BARE PROGRAM ARGUMENTS... See run."""
import json
import socket
import statistics
import subprocess
import sys
import time

VARIABLE = b"AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY="


def call(connection, operation, body):
    body = json.dumps(body).encode()
    connection.sendall(
        b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-amz-json-1.0\r\n"
        b"X-Amz-Target: PaymentCryptographyControlPlane." + operation.encode() + b"\r\nContent-Length: " + str(len(body)).encode() + b"\r\n\r\n" + body)
    answer = b""
    while True:
        answer += connection.recv(65536)
        head, end, rest = answer.partition(b"\r\n\r\n")
        if end and len(rest) >= int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0]):
            assert head.startswith(b"HTTP/1.1 200 "), answer
            return json.loads(rest)


class Server:
    """A started program; it says where it listens on its standard output, so that nobody has to ask again and again."""

    def __init__(self, command):
        began = time.perf_counter()
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        line = b""
        while not line.startswith(VARIABLE):
            line = self.process.stdout.readline()
            assert line, f"{command[0]} has ended"
        self.connection = socket.create_connection(("127.0.0.1", int(line.strip().rsplit(b":", 1)[1])))
        keys = call(self.connection, "ListKeys", {})
        self.milliseconds = (time.perf_counter() - began) * 1000
        assert keys == {"Keys": []}, keys

    def resident(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS:"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()
        self.process.kill()
        self.process.wait()


def main(starts, bare, program):
    taken = {"bare": [], "paymentcrypto": []}
    for start in range(starts + 1):
        for name, command in (("bare", [bare]), ("paymentcrypto", program)):
            with Server(command) as server:
                # The first start finds nothing in the system's cache.
                taken[name] += [server.milliseconds] if start else []
    for name, times in taken.items():
        print(f"{name}: {min(times):.1f} ms at best, {statistics.median(times):.1f} in the middle of {starts} starts")
    for what, of in (("best", min), ("median", statistics.median)):
        print(f"ratio of the {what}: {of(taken['paymentcrypto']) / of(taken['bare']):.2f}")
    with Server(program) as server:
        first = server.resident()
        attributes = {"KeyUsage": "TR31_P0_PIN_ENCRYPTION_KEY", "KeyClass": "SYMMETRIC_KEY", "KeyAlgorithm": "TDES_3KEY",
                      "KeyModesOfUse": {"NoRestrictions": True}}
        key = call(server.connection, "CreateKey", {"Exportable": True, "KeyAttributes": attributes})["Key"]["KeyArn"]
        for _ in range(10_000):
            call(server.connection, "GetKey", {"KeyIdentifier": key})
        print(f"resident after the first answer: {first:.1f} MB; after 10,000 calls: {server.resident():.1f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3:])
