"""Several servers on one backup behind nginx. Arguments: a directory with the backup, nginx.conf, and the server's program."""
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time

import boto3
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials

work, conf, *program = sys.argv[1:]
KEY = ("AKIDTESTS", "secret-of-the-tests")
CLIENTS, CALLS = 8, int(os.environ.get("PAYMENTCRYPTO_CALLS", "300"))
os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1"


def free_ports(count):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def start(port):
    environment = {**os.environ, "PAYMENTCRYPTO_ACCESS_KEYS": ":".join(KEY)}
    arguments = ["serve", "--from", f"{work}/store.backup", "--read-only", "--passphrase-file", f"{work}/passphrase", "--port", str(port), "--json"]
    process = subprocess.Popen([*program, *arguments], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    # The line comes when it answers; without one it has said why.
    assert process.stdout.readline(), f"a server ended with {process.wait()}"
    return process


def start_nginx(port, servers):
    text = open(conf).read()
    text = re.sub(r"(?m)^    server 127\.0\.0\.1:.*\n", "", text)
    text = text.replace("    keepalive", "".join(f"    server 127.0.0.1:{one} max_fails=1 fail_timeout=2s;\n" for one in servers) + "    keepalive")
    text = text.replace("listen 127.0.0.1:8090", f"listen 127.0.0.1:{port}")
    with open(f"{work}/nginx.conf", "w") as file:
        file.write(text)
    process = subprocess.Popen(["nginx", "-p", work, "-c", f"{work}/nginx.conf"], stderr=open(f"{work}/nginx.err", "a"))
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return process
        except OSError:
            assert process.poll() is None, f"nginx ended with {process.returncode}"
            time.sleep(0.1)


def client(service, port):
    return boto3.client(
        service, endpoint_url=f"http://127.0.0.1:{port}", region_name="us-east-1", aws_access_key_id=KEY[0], aws_secret_access_key=KEY[1],
        config=Config(retries={"mode": "standard", "max_attempts": 3}, max_pool_connections=CLIENTS))


def mac(data, message="00112233"):
    return data.generate_mac(KeyIdentifier="alias/mac", MessageData=message, GenerationAttributes={"Algorithm": "ISO9797_ALGORITHM3"})


def answers(port):
    control, data = client("payment-cryptography", port), client("payment-cryptography-data", port)
    cipher = data.encrypt_data(KeyIdentifier="alias/data", PlainText="00112233445566778899AABBCCDDEEFF", EncryptionAttributes={"Symmetric": {"Mode": "ECB"}})
    keys = [(key["KeyArn"], key["KeyCheckValue"]) for key in control.list_keys()["Keys"]]
    return keys, control.get_alias(AliasName="alias/mac")["Alias"], mac(data)["Mac"], cipher["CipherText"], cipher["KeyCheckValue"]


def under_load(port, during):
    """What CLIENTS clients of boto3 see that make CALLS calls each: macs, errors and retries of their own."""
    seen, errors, retries, done = set(), [], [0], threading.Semaphore(0)

    def call():
        data = client("payment-cryptography-data", port)
        for _ in range(CALLS):
            try:
                answer = mac(data)
                seen.add(answer["Mac"])
                retries[0] += answer["ResponseMetadata"]["RetryAttempts"]
            except Exception as error:  # whatever it is, it is what the test is about
                errors.append(repr(error))
            done.release()

    threads = [threading.Thread(target=call) for _ in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for _ in range(CLIENTS * CALLS // 3):
        done.acquire()
    during()
    for thread in threads:
        thread.join()
    return seen, errors, retries[0]


def cpu_seconds(process):
    fields = open(f"/proc/{process.pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def cost(port, servers, calls):
    """Calls for each second of processor time of the servers: what a core gives, whoever else is on the machine."""
    body = b'{"KeyIdentifier":"alias/mac","MessageData":"00112233","GenerationAttributes":{"Algorithm":"ISO9797_ALGORITHM3"}}'
    url = f"http://127.0.0.1:{port}/mac/generate"
    request = AWSRequest("POST", url, data=body, headers={"Content-Type": "application/json"})
    SigV4Auth(Credentials(*KEY), "payment-cryptography", "us-east-1").add_auth(request)
    headers = dict(request.headers.items())

    def call(count):
        connection = http.client.HTTPConnection("127.0.0.1", port)
        for _ in range(count):
            connection.request("POST", "/mac/generate", body, headers)
            answer = connection.getresponse()
            text = answer.read()
            assert answer.status == 200, text

    def run(count):
        threads = [threading.Thread(target=call, args=[count // CLIENTS]) for _ in range(CLIENTS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    run(calls)
    before = [cpu_seconds(one) for one in servers]
    began = time.monotonic()
    run(calls)
    spent = sum(cpu_seconds(one) for one in servers) - sum(before)
    return calls / spent, calls / (time.monotonic() - began)


def check(name, is_right, detail=""):
    global passed, failed
    passed, failed = passed + is_right, failed + (not is_right)
    print(f"{'ok' if is_right else 'FAILED'}: {name}{' ' + str(detail) if detail else ''}", flush=True)


passed = failed = 0
processes = []
try:
    nginx_port, *ports = free_ports(4)
    servers = [start(port) for port in ports]
    nginx = start_nginx(nginx_port, ports)
    processes = [*servers, nginx]

    each = [answers(port) for port in [*ports, nginx_port]]
    check("three servers and nginx give the same answers", len({repr(one) for one in each}) == 1)
    try:
        client("payment-cryptography", nginx_port).create_alias(AliasName="alias/new")
        check("what would change something is refused", False)
    except Exception as error:
        check("what would change something is refused", "AccessDenied" in repr(error), repr(error)[:60])

    seen, errors, retries = under_load(nginx_port, lambda: servers[1].send_signal(signal.SIGKILL))
    hidden = len(re.findall(r"(?:recv|send|connect)\(\) failed|prematurely closed", open(f"{work}/nginx.err").read()))
    check("one is killed under load, and no client sees an error", not errors and seen == {each[0][2]},
          f"({CLIENTS * CALLS} calls of boto3, {hidden} sent again by nginx, {retries} by boto3, {len(errors)} errors {errors[:1]})")
    check("it was killed", servers[1].wait(10) == -signal.SIGKILL)

    servers[1] = start(ports[1])
    processes.append(servers[1])
    time.sleep(3)
    for count in (1, 2, 3):
        nginx.terminate()
        nginx.wait(30)
        nginx = start_nginx(nginx_port, ports[:count])
        processes.append(nginx)
        per_core, per_second = cost(nginx_port, servers[:count], CLIENTS * CALLS * 4)
        print(f"{count} server(s): {per_core:,.0f} GenerateMac for each second of processor time of the servers; {per_second:,.0f} a second with client and nginx on the same cores", flush=True)
finally:
    for process in processes:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
print(f"{passed} passed, {failed} failed, 0 skipped")
sys.exit(failed > 0)
