#!/usr/bin/env python3
"""Times searches in Canfod's server and in a real RediSearch, the same documents and requests in turns.

    tools/redis-reference/bench.py [--canfod HOST:PORT] [--reference HOST:PORT] [--queries FILE] [--seconds 3]

Both hold what bench_records.py made. Each kind of query of the benchmark kit (CANFOD_BENCH, default
../shared/bench) is asked with 1 and with 50 connections, the ten best ids of each, no two requests the same in a
round; the better of --rounds counts. Small words are searched for like others in both; the reference has no stems,
which spares it work. What all requests find together is told, as a proof that both do the same. Then redis-benchmark's
pings, 16 in a packet. Figures of one sitting: look at the load first.

Ends with 1 where Canfod answers fewer than twice the searches, or fewer pings, or any request fails.
"""

import argparse
import collections
import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from bench_records import KINDS
from resp import Connection

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = ROOT / ".build-redis"
CONNECTIONS = (1, 50)
OPTIONS = "NOCONTENT NOSTOPWORDS LIMIT 0 10 DIALECT 2".split()


def client():
    """The program that sends and times, built where it is older than its source."""
    source, program = HERE / "load_client.c", WORK / "load_client"
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        WORK.mkdir(exist_ok=True)
        subprocess.run(["cc", "-O2", "-o", program, source], check=True)
    return program


def dialect(kind, text):
    """A query of the kit in RediSearch's language, or None where its signs would mean something else."""
    words = re.findall(r"[A-Za-z0-9]+", re.sub(r"tag:t\d", "", text))
    if not words or re.search(r"[^\x20-\x7e]", text) or "'" in text:
        return None
    if kind == "union":
        return "|".join(words)
    if kind == "phrase":
        return f'"{" ".join(words)}"'
    if kind == "filtered":
        return f"({'|'.join(words)}) @kind:{{{KINDS[int(re.search(r'tag:t([0-6])', text).group(1))]}}}"
    if kind == "prefix":
        return words[0] + "*"
    if kind == "fuzzy":
        return f"%{words[0]}%"
    return " ".join(words)


def requests(path):
    """The requests of each kind of query, as words."""
    kinds = collections.defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, text = line.split("\t")
        query = dialect(kind, text)
        if query:
            kinds[kind].append(["FT.SEARCH", "catalogue", query, *OPTIONS])
    kinds["all"] = [words for group in list(kinds.values()) for words in group]
    return kinds


def load(address, connections, seconds, path):
    """What one run of the client tells."""
    host, _, port = address.rpartition(":")
    done = subprocess.run(
        [client(), host, port, str(connections), str(seconds), "1", path], check=True, capture_output=True, text=True
    )
    return json.loads(done.stdout)


def totals(address, group):
    """How much all requests of a group find together."""
    connection = Connection(address)
    replies = [connection.ask(*words) for words in group]
    connection.close()
    return sum(reply[0] for reply in replies if isinstance(reply, list))


def pings(address):
    """Requests a second of redis-benchmark's two kinds of ping."""
    host, _, port = address.rpartition(":")
    done = subprocess.run(
        [
            WORK / "stack/bin/redis-benchmark",
            "-h",
            host,
            "-p",
            port,
            "-t",
            "ping_inline,ping_mbulk",
            "-P",
            "16",
            "-n",
            "500000",
            "--csv",
        ],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "LD_LIBRARY_PATH": str(WORK / "openssl")},
    )
    return {
        row["test"]: (float(row["rps"]), float(row["p99_latency_ms"]) * 1e3)
        for row in csv.DictReader(done.stdout.splitlines())
    }


def main():
    kit = pathlib.Path(os.environ.get("CANFOD_BENCH", ROOT.parent / "shared/bench"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--canfod", default="127.0.0.1:7411", metavar="HOST:PORT")
    parser.add_argument("--reference", default="127.0.0.1:7412", metavar="HOST:PORT")
    parser.add_argument("--queries", type=pathlib.Path, default=kit / "queries_dev.tsv")
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--kinds", default="", help="only these kinds of query, with commas between")
    parser.add_argument("--no-pings", action="store_true")
    options = parser.parse_args()
    print("load before:", pathlib.Path("/proc/loadavg").read_text().split()[:3], file=sys.stderr)
    short = False
    print("| query | clients | canfod/s | p50 us | p99 us | reference/s | p50 us | p99 us | ratio | found, found |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for kind, group in requests(options.queries).items():
        if options.kinds and kind not in options.kinds.split(","):
            continue
        found = f"{totals(options.canfod, group)}, {totals(options.reference, group)}"
        with tempfile.NamedTemporaryFile("w", suffix=".tsv") as file:
            file.write("".join("\t".join(words) + "\n" for words in group))
            file.flush()
            for connections in CONNECTIONS:
                best = {}
                for _ in range(options.rounds):
                    for name in ("canfod", "reference"):
                        run = load(getattr(options, name), connections, options.seconds, file.name)
                        if run["errors"] or run["broken"]:
                            print(
                                f"{name}, {kind}: {run['errors']} errors, {run['broken']} broken connections: "
                                f"{run['first_error']}",
                                file=sys.stderr,
                            )
                            short = True
                        if name not in best or run["per_second"] > best[name]["per_second"]:
                            best[name] = run
                ratio = best["canfod"]["per_second"] / best["reference"]["per_second"]
                short |= kind == "all" and ratio < 2
                cells = [
                    f"{best[name]['per_second']:.0f} | {best[name]['p50']} | {best[name]['p99']}"
                    for name in ("canfod", "reference")
                ]
                print(f"| {kind} | {connections} | {cells[0]} | {cells[1]} | {ratio:.2f} | {found} |", flush=True)
    if not options.no_pings:
        ours, theirs = {}, {}
        for _ in range(2 * options.rounds):
            for address, best in ((options.canfod, ours), (options.reference, theirs)):
                for name, run in pings(address).items():
                    best[name] = max(run, best.get(name, run))
        for name, (rate, p99) in ours.items():
            ratio = rate / theirs[name][0]
            short |= ratio < 1
            print(
                f"| {name} -P 16 | 50 | {rate:.0f} | | {p99:.0f} | {theirs[name][0]:.0f} | | {theirs[name][1]:.0f} "
                f"| {ratio:.2f} | |"
            )
    print("load after:", pathlib.Path("/proc/loadavg").read_text().split()[:3], file=sys.stderr)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
