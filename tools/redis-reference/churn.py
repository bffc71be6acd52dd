#!/usr/bin/env python3
"""Does to a running Canfod what a server in the open has to stand, and says how it and its other clients fared.

    tools/redis-reference/churn.py --pid PID [--server 127.0.0.1:7411] [--only NAMES] [--rounds N] [--idle 10000]
    tools/redis-reference/churn.py --only reload --pid PID --canfod PROGRAM --corpus FOLDER --index FOLDER

Kinds: churn (connections made and dropped in every way), cut (requests cut anywhere), random (random bytes), lies
(lengths that are not true, nested arrays), half_closed, pipeline (100,000 requests at once), never_read, idle (10,000
connections that say nothing), slow_loris, reload (the index is built anew every second under load; PROGRAM builds
a copy of FOLDER into the index that is served). A witness searches all the while, in both framings; its failures
and its longest wait are told, and the memory of process PID after each kind. --line leaves RESP out.

Ends with 1 where the server hangs, answers what it must not, fails the witness, or grows from round to round.
"""

import argparse
import json
import os
import pathlib
import random
import resource
import select
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time

from bench import client
from resp import encode

WORD = "children"
LINE = f"COUNT {WORD}\r\n".encode()
RESP = encode("FT.SEARCH", "catalogue", WORD, "NOCONTENT", "LIMIT", "0", "3")
PATIENCE = 5
GROWTH_MB = 8


class Server:
    """The server's address, and what its process takes."""

    def __init__(self, address, pid, line_only):
        host, _, port = address.rpartition(":")
        self.address = address
        self.place = (host, int(port))
        self.pid = pid
        self.requests = [LINE] if line_only else [LINE, RESP]

    def connect(self, timeout=PATIENCE):
        return socket.create_connection(self.place, timeout=timeout)

    def megabytes(self):
        """The process's resident memory."""
        for line in pathlib.Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        return 0.0

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.pid}/fd"))


def to_end(connection, patience=PATIENCE):
    """All that comes until the other side closes; None where it does not."""
    got, end = b"", time.monotonic() + patience
    connection.settimeout(patience)
    try:
        while time.monotonic() < end:
            more = connection.recv(1 << 16)
            if not more:
                return got
            got += more
    except ConnectionError:
        return got
    except TimeoutError:
        pass
    return None


class Witness(threading.Thread):
    """A client with good manners: one search after the other in both framings, never dropped."""

    def __init__(self, server):
        super().__init__(daemon=True)
        self.server = server
        self.asked = self.failed = 0
        self.longest = 0.0
        self.begun = time.monotonic()
        self.first_failure = ""
        self.ends = threading.Event()

    def run(self):
        readers = []
        for request in self.server.requests:
            connection = self.server.connect(30)
            readers.append((connection, connection.makefile("rb"), request))
        while not self.ends.is_set():
            for place, (connection, reader, request) in enumerate(readers):
                self.begun = time.monotonic()
                self.asked += 1
                try:
                    connection.sendall(request)
                    good = self.read(reader, request)
                except OSError as error:
                    good, self.first_failure = False, self.first_failure or repr(error)
                if not good:
                    self.failed += 1
                    connection.close()
                    try:
                        connection = self.server.connect(30)
                        readers[place] = (connection, connection.makefile("rb"), request)
                    except OSError:
                        time.sleep(0.1)
                self.longest = max(self.longest, time.monotonic() - self.begun)
            time.sleep(0.01)

    def read(self, reader, request):
        """Whether the next reply is what was asked for."""
        if request is LINE:
            line = reader.readline()
            good = line.startswith(b'{"ok":true') and json.loads(line)["total"] > 0
        else:
            line = reader.readline()
            good = line.startswith(b"*")
            for _ in range(1 + 2 * (int(line[1:]) - 1) if good else 0):
                reader.readline()
        if not good:
            self.first_failure = self.first_failure or repr(line)
        return good


def churn(server, options):
    """Connections made, used and dropped in every way."""
    count, end, endings = 0, time.monotonic() + options.seconds, {"answered": 0, "dropped": 0}
    while time.monotonic() < end:
        for request in server.requests:
            for way in range(6):
                connection = server.connect()
                count += 1
                if way >= 4:
                    # A reset instead of an end.
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                if way in (1, 3, 4):
                    connection.sendall(request)
                if way == 2:
                    connection.sendall(request[:-3])
                if way == 3:
                    connection.sendall(request * 20)
                if way == 1:
                    if not connection.recv(1 << 16):
                        raise AssertionError("no answer")
                    endings["answered"] += 1
                else:
                    endings["dropped"] += 1
                connection.close()
    return f"{count} connections, {endings['answered']} asked and answered"


def cut(server, options):
    """Requests cut at every byte, then half-closed."""
    count = 0
    longer = [
        encode("FT.SEARCH", "catalogue", "@language:{cy}", "LIMIT", "0", "1"),
        b'SEARCH "keeping safe" language=en limit=1\r\n',
    ]
    for request in server.requests + (longer if len(server.requests) > 1 else longer[1:]):
        for length in range(len(request)):
            connection = server.connect()
            connection.sendall(request[:length])
            connection.shutdown(socket.SHUT_WR)
            if to_end(connection) is None:
                raise AssertionError(f"hangs after {request[:length]!r}")
            connection.close()
            count += 1
    return f"{count} cut, all ended"


def random_bytes(server, options):
    """Random bytes, some after a good beginning."""
    source = random.Random(options.seed)
    for turn in range(options.count):
        data = source.randbytes(source.randrange(1, 3000))
        start = source.choice(
            [b"", b"*", b"*3\r\n$", b"*1\r\n$4\r\n", b"SEARCH ", b'@1 COUNT "', b"FT.SEARCH catalogue "]
        )
        connection = server.connect()
        try:
            connection.sendall(start + data)
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        if to_end(connection) is None:
            raise AssertionError(f"hangs after random bytes {turn} of seed {options.seed}")
        connection.close()
    return f"{options.count} times, all ended"


def lies(server, options):
    """Lengths that are not true."""
    big = 2**63
    liars = [
        b"*-5\r\n$1\r\nx\r\n",
        b"*%d\r\n" % big,
        b"*%d\r\n" % (big - 1),
        b"*1000000\r\n$1\r\nx\r\n",
        b"*1\r\n$-1\r\n",
        b"*1\r\n$-9\r\n",
        b"*1\r\n$%d\r\n" % big,
        b"*1\r\n$%d\r\n" % (big - 1),
        b"*1\r\n$1073741824\r\n",
        b"*2\r\n$4\r\nECHO\r\n$1073741824\r\nxx",
        b"*1\r\n" * 10000,
        b"*1\r\n*1\r\n$4\r\nPING\r\n",
        b"*1\r\n:5\r\n",
        b"*1\r\n+PING\r\n",
        b"*\r\n",
        b"*+1\r\n$4\r\nPING\r\n",
        b"*01\r\n$4\r\nPING\r\n",
        b"* 1\r\n",
        b"*1x\r\n",
        b"*1\r\n$4x\r\nPING\r\n",
        b"*1\r\n$4\r\nPINGxx",
        b"*1\n$4\nPING\n",
        b"*" + b"9" * 100000 + b"\r\n",
        b"*1\r\n$" + b"1" * 100000,
        b"*2\r\n$4\r\nECHO\r\n$3\r\na\x00b\r\n",
        b"PING\x00\r\n",
        b"\x00\x00\x00\x00\r\n",
        b"x" * 1000000,
        b"SEARCH " + b"(" * 60000 + b"\r\n",
        b'SEARCH "' + b"a " * 30000 + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 16\r\n\r\nCOUNT children\r\n",
    ]
    closed = 0
    for lie in liars:
        connection = server.connect()
        try:
            connection.sendall(lie)
        except OSError:
            pass
        # It may wait for what was announced; then it must end when the other side does.
        got = to_end(connection, 0.3)
        closed += got is not None
        try:
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        if got is None and to_end(connection) is None:
            raise AssertionError(f"hangs after {lie[:60]!r}")
        connection.close()
    return f"{len(liars)} lies, {closed} closed at once, the others when half-closed"


def half_closed(server, options):
    """Requests, then no more: all must be answered, then the connection must end."""
    for request in server.requests:
        connection = server.connect()
        connection.sendall(request * 50)
        connection.shutdown(socket.SHUT_WR)
        got = to_end(connection, 30)
        count = 0 if got is None else got.count(b'{"ok":true') if request is LINE else got.count(b"*4\r\n")
        if count != 50:
            raise AssertionError(f"{count} of 50 answered after a half-close of {request!r}: {got and got[:200]!r}")
        connection.close()
    return f"50 answered in each of {len(server.requests)} framings"


def pipeline(server, options):
    """A hundred thousand requests in one connection, read only when most are sent; each answer in its place."""
    count, out = options.pipeline, []
    kinds = [(b"@%d COUNT language:cy\r\n", lambda i, line: json.loads(line)["tag"] == str(i))]
    if len(server.requests) > 1:
        kinds.append((None, None))
    for form, right in kinds:
        connection = server.connect(60)
        reader = connection.makefile("rb")

        def send():
            if form:
                connection.sendall(b"".join(form % i for i in range(count)))
            else:
                connection.sendall(b"".join(encode("ECHO", i) for i in range(count)))

        sender = threading.Thread(target=send)
        start = time.monotonic()
        sender.start()
        time.sleep(0.5)
        for i in range(count):
            line = reader.readline()
            if form:
                good = line.startswith(b'{"ok":true') and right(i, line)
            else:
                good = line.startswith(b"$") and reader.readline() == b"%d\r\n" % i
            if not good:
                raise AssertionError(f"answer {i} of the pipeline is {line!r}")
        sender.join()
        out.append(f"{count} in {time.monotonic() - start:.1f} s ({'lines' if form else 'RESP'})")
        connection.close()
    return ", ".join(out)


def never_read(server, options):
    """Clients that ask for much and read nothing."""
    ask = {
        LINE: b"SEARCH children OR the limit=100\r\n",
        RESP: encode("FT.SEARCH", "catalogue", "*", "LIMIT", "0", "100"),
    }
    connections, sent, most = [], 0, 0.0
    for turn in range(50):
        connection = server.connect()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.setblocking(False)
        connections.append((connection, ask[server.requests[turn % len(server.requests)]] * 200))
    end = time.monotonic() + options.seconds
    while time.monotonic() < end:
        for connection, data in connections:
            try:
                sent += connection.send(data)
            except (BlockingIOError, ConnectionError):
                pass
        most = max(most, server.megabytes())
        time.sleep(0.02)
    for connection, _ in connections:
        connection.close()
    return f"50 clients, {sent >> 20} MB of requests taken, at most {most:.0f} MB"


def idle(server, options):
    """Many connections that say nothing."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, options.idle + 500), hard))
    connections, refused = [], 0
    for turn in range(options.idle):
        try:
            connections.append(server.connect(2))
        except OSError:
            refused += 1
    time.sleep(1)
    ended = 0
    poll = select.poll()
    for connection in connections:
        poll.register(connection, select.POLLIN)
    ended = len(poll.poll(0))
    most = server.megabytes()
    for connection in connections:
        connection.close()
    end = time.monotonic() + 10
    while True:
        connection = server.connect()
        connection.sendall(LINE)
        good = connection.recv(1 << 16).startswith(b'{"ok":true')
        connection.close()
        if good:
            break
        if time.monotonic() > end:
            raise AssertionError("no new connection is answered after the idle ones are gone")
        time.sleep(0.1)
    return (
        f"{len(connections) - ended} kept, {ended} told that there are too many, {refused} not accepted, {most:.0f} MB"
    )


def slow_loris(server, options):
    """Requests that come a byte at a time and never end."""
    connections = [server.connect() for _ in range(100)]
    for turn, connection in enumerate(connections):
        request = server.requests[turn % len(server.requests)]
        connection.sendall(request[:6])
    ended, start, limit = 0, time.monotonic(), options.request_timeout + 10
    while connections and time.monotonic() - start < limit:
        time.sleep(1)
        for connection in list(connections):
            try:
                connection.sendall(b"1")
                if select.select([connection], [], [], 0)[0]:
                    raise ConnectionError
            except OSError:
                connections.remove(connection)
                connection.close()
                ended += 1
    if connections:
        raise AssertionError(f"{len(connections)} of 100 still open after {limit} s")
    return f"{ended} ended within {time.monotonic() - start:.0f} s"


def generation(server):
    """The generation that is served."""
    connection = server.connect()
    connection.sendall(LINE.replace(b"COUNT", b"SEARCH").replace(b"\r\n", b" limit=0\r\n"))
    line = connection.makefile("rb").readline()
    connection.close()
    return json.loads(line)["generation"]


def reload(server, options):
    """A new generation every second, under load."""
    if not (options.canfod and options.corpus and options.index):
        return "left out: needs --canfod, --corpus and --index"
    with tempfile.TemporaryDirectory() as folder:
        corpus = pathlib.Path(folder) / "corpus"
        shutil.copytree(options.corpus, corpus)
        record = next(
            path
            for path in sorted((corpus / "resources").glob("*.md"))
            if "\nnote:" not in path.read_text(encoding="utf-8")
        )
        source = record.read_text(encoding="utf-8")
        load = None
        if len(server.requests) > 1:
            asked = pathlib.Path(folder) / "requests.tsv"
            asked.write_text(
                "".join(
                    f"FT.SEARCH\tcatalogue\t{q}\tNOCONTENT\n"
                    for q in (
                        "children",
                        "@language:{cy}",
                        "online safety",
                        '"young people"',
                        "grooming|ymarferwyr",
                        "child*",
                    )
                ),
                encoding="utf-8",
            )
            host, port = server.place
            load = subprocess.Popen(
                [client(), host, str(port), "20", str(options.reload_seconds), "1", asked],
                stdout=subprocess.PIPE,
                text=True,
            )
        first, start, builds = generation(server), time.monotonic(), 0
        while time.monotonic() - start < options.reload_seconds:
            builds += 1
            record.write_text(source.replace("\nstatus:", f'\nnote: "build {builds}"\nstatus:', 1), encoding="utf-8")
            subprocess.run(
                [options.canfod, "build", "--corpus", corpus, "--index", options.index], check=True, capture_output=True
            )
            time.sleep(max(0.0, start + builds - time.monotonic()))
        end = time.monotonic() + 30
        while (seen := generation(server) - first) < builds and time.monotonic() < end:
            time.sleep(0.1)
        told = ""
        if load:
            run = json.loads(load.communicate()[0])
            told = f", {run['replies']} searches, p99 {run['p99'] / 1000:.1f} ms, longest {run['max'] / 1000:.0f} ms"
            if run["errors"] or run["broken"]:
                raise AssertionError(
                    f"{run['errors']} searches failed, {run['broken']} connections broke: {run['first_error']}"
                )
        if seen < builds:
            raise AssertionError(f"{seen} of {builds} generations taken up")
        return f"{builds} generations in {options.reload_seconds:.0f} s{told}"


KINDS = {
    "churn": churn,
    "cut": cut,
    "random": random_bytes,
    "lies": lies,
    "half_closed": half_closed,
    "pipeline": pipeline,
    "never_read": never_read,
    "idle": idle,
    "slow_loris": slow_loris,
    "reload": reload,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--server", default="127.0.0.1:7411", metavar="HOST:PORT")
    parser.add_argument("--pid", type=int, required=True)
    parser.add_argument("--only", default="", help="kinds, with commas between")
    parser.add_argument("--line", action="store_true", help="plain lines only")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=5, help="of churn and never_read (5)")
    parser.add_argument("--count", type=int, default=2000, help="of random bytes (2000)")
    parser.add_argument("--pipeline", type=int, default=100000)
    parser.add_argument("--idle", type=int, default=10000)
    parser.add_argument("--request-timeout", type=float, default=30, help="the server's, for slow_loris (30)")
    parser.add_argument("--reload-seconds", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--canfod", type=pathlib.Path)
    parser.add_argument("--corpus", type=pathlib.Path)
    parser.add_argument("--index", type=pathlib.Path)
    options = parser.parse_args()
    server = Server(options.server, options.pid, options.line)
    witness = Witness(server)
    witness.start()
    bad, sizes = 0, []
    print(f"{'before':<12} {server.megabytes():7.1f} MB {server.descriptors():>5} descriptors")
    for turn in range(options.rounds):
        for name, call in KINDS.items():
            if options.only and name not in options.only.split(","):
                continue
            witness.longest, failed = 0.0, witness.failed
            try:
                told = call(server, options)
            except (AssertionError, OSError) as error:
                told, bad = f"FAILED: {type(error).__name__} {error}", bad + 1
            asked, end = witness.asked, time.monotonic() + 30
            while witness.asked < asked + 4 and time.monotonic() < end:
                time.sleep(0.1)
            time.sleep(0.5)
            try:
                print(
                    f"{name:<12} {server.megabytes():7.1f} MB {server.descriptors():>5} descriptors, witness "
                    f"{witness.failed - failed} failed, longest {witness.longest * 1e3:.0f} ms; {told}",
                    flush=True,
                )
            except FileNotFoundError:
                sys.exit(f"{name}: the server is gone; {told}")
        sizes.append(server.megabytes())
    witness.ends.set()
    witness.join(5)
    print(f"witness: {witness.asked} searches, {witness.failed} failed {witness.first_failure}")
    if len(sizes) > 2:
        # The first round fills caches and pools.
        growth = sizes[-1] - sizes[1]
        print(f"memory at the end of each round: {', '.join(f'{size:.1f}' for size in sizes)} MB")
        bad += growth > GROWTH_MB
    return 1 if bad or witness.failed else 0


if __name__ == "__main__":
    sys.exit(main())
