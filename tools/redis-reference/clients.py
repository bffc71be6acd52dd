#!/usr/bin/env python3
"""Drives a running Canfod with the clients that people use, unchanged.

    tools/redis-reference/clients.py [--server 127.0.0.1:7411] [--only NAMES]

redis-py 4.6, 5.3, 7.1 and 8.1 (blocking and asyncio, RESP2 and RESP3, pipelines), redis-cli (with
arguments, interactively, as RESP3), redis-benchmark and nc. The server holds the catalogue (corpus.py's or the
shipped one). Prints a line a client, and what failed; ends with 1 if anything did.
"""

import argparse
import asyncio
import json
import os
import pathlib
import subprocess
import sys
import traceback

HERE = pathlib.Path(__file__).resolve().parent
WORK = HERE.parent.parent / ".build-redis"
CLIENTS = (
    ("4.6", None),
    ("5.3", 2),
    ("5.3", 3),
    ("7.1", 2),
    ("7.1", 3),
    ("8.1", 2),
    ("8.1", 3),
    ("8.1", None),
)
KNOWN = "childline-keep-safe-under12-cy"


def text(value):
    """Bytes as text."""
    return value.decode() if isinstance(value, bytes) else value


def plain(value):
    """A reply with text for bytes, all through."""
    if isinstance(value, dict):
        return {plain(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [plain(item) for item in value]
    return text(value)


def total(result):
    """How many were found: older clients leave RESP3's map as it is."""
    return plain(result)["total_results"] if isinstance(result, dict) else result.total


def ids(result):
    """The ids found."""
    if isinstance(result, dict):
        return [hit["id"] for hit in plain(result)["results"]]
    return [text(document.id) for document in result.docs]


def field(result, name):
    """A field of the first document found."""
    if isinstance(result, dict):
        return plain(result)["results"][0]["extra_attributes"][name]
    return text(getattr(result.docs[0], name))


def rows(result):
    """The rows of a group: flat lists or maps."""
    if isinstance(result, dict):
        return [row["extra_attributes"] for row in plain(result)["results"]]
    out = []
    for row in plain(result.rows):
        out.append(row if isinstance(row, dict) else dict(zip(row[::2], row[1::2])))
    return out


def refused(call):
    """The error that a call must raise, its kind and its text."""
    from redis.exceptions import ResponseError

    try:
        call()
    except ResponseError as error:
        return f"{type(error).__name__} {error}"
    raise AssertionError("was not refused")


def checks(client):
    """What a blocking client must be able to do: a name and a call for each."""
    from redis.commands.search import aggregation, reducers
    from redis.commands.search.query import NumericFilter, Query

    index = client.ft("catalogue")

    def equal(left, right):
        assert left == right, f"{left!r} is not {right!r}"

    def search():
        found = index.search("children")
        assert total(found) > 10, total(found)
        equal(len(ids(found)), 10)
        assert field(found, "title")

    def search_tags():
        found = index.search(Query("@language:{cy} @age:{under-12}").paging(0, 50).no_content())
        assert KNOWN in ids(found), ids(found)
        equal(len(ids(found)), total(found))

    def search_sorted():
        query = Query("@language:{cy}").sort_by("published", asc=False).paging(0, 5).return_fields("title", "published")
        found = index.search(query)
        equal(len(ids(found)), 5)
        assert field(found, "published")

    def search_filtered():
        every, some = Query("*").paging(0, 0), Query("*").paging(0, 0).add_filter(
            NumericFilter("published", 20200101, 20201231)
        )
        assert 0 < total(index.search(some)) < total(index.search(every))

    def search_parameters():
        found = index.search(Query("@language:{$l}").paging(0, 0).dialect(2), {"l": "cy"})
        equal(total(found), total(index.search(Query("@language:{cy}").paging(0, 0))))

    def search_scored():
        found = index.search(Query("online safety").with_scores().no_content())
        assert ids(found)

    def search_marked():
        found = index.search(
            Query("@title:grooming").highlight(fields=["title"], tags=["[", "]"]).return_fields("title")
        )
        assert "[" in field(found, "title"), field(found, "title")

    def search_summarized():
        found = index.search(
            Query("@description:grooming").summarize(fields=["description"], num_frags=1).return_fields("description")
        )
        assert field(found, "description")

    def search_options():
        query = Query("children").verbatim().no_stopwords().limit_fields("title").slop(3).in_order().language("english")
        assert total(index.search(query.paging(0, 1))) > 0

    def aggregate():
        request = aggregation.AggregateRequest("*").group_by("@language", reducers.count().alias("n"))
        counts = {row["language"]: int(row["n"]) for row in rows(index.aggregate(request)) if row["language"]}
        equal(counts["cy"], total(index.search(Query("@language:{cy}").paging(0, 0))))

    def aggregate_sorted():
        request = aggregation.AggregateRequest("*").group_by("@kind", reducers.count().alias("n"))
        request = request.sort_by(aggregation.Desc("@n")).limit(0, 3)
        counts = [int(row["n"]) for row in rows(index.aggregate(request))]
        equal(counts, sorted(counts, reverse=True))
        equal(len(counts), 3)

    def information():
        equal(int(plain(index.info())["num_docs"]), total(index.search(Query("*").paging(0, 0))))

    def tag_values():
        values = plain(index.tagvals("language"))
        assert "cy" in values and "en" in values, values

    def spelling():
        assert "grooming" in json.dumps(plain(index.spellcheck("groming"))), index.spellcheck("groming")

    def completion():
        assert client.ft("catalogue").sugget("catalogue", "groo", num=5, with_scores=True)

    def completion_unknown():
        assert not client.ft("catalogue").sugget("no such list", "groo")

    def explanation():
        assert "online" in text(index.explain(Query("children online")))
        assert plain(client.execute_command("FT.EXPLAINCLI", "catalogue", "children online"))[-1] == ""

    def document():
        assert index.load_document(KNOWN).title
        equal(len(index.get(KNOWN, "nothing")), 2)

    def transaction():
        pipe = client.pipeline()
        pipe.ping().execute_command("FT.SEARCH", "catalogue", "children", "LIMIT", "0", "1")
        pipe.hgetall(KNOWN)
        equal(len(pipe.execute()), 3)

    def pipeline():
        pipe = client.pipeline(transaction=False)
        for _ in range(300):
            pipe.execute_command("FT.SEARCH", "catalogue", "children", "NOCONTENT", "LIMIT", "0", "1")
        replies = pipe.execute()
        equal(len(replies), 300)
        assert all(plain(reply) == plain(replies[0]) for reply in replies)

    def index_pipeline():
        pipe = index.pipeline()
        pipe.search("children")
        pipe.search("grooming")
        equal(len(pipe.execute()), 2)

    def keys():
        equal(client.exists(KNOWN, "nothing"), 1)
        equal(text(client.type(KNOWN)), "hash")
        equal(client.ttl(KNOWN), -1)
        equal(len(set(client.scan_iter(count=100))), client.dbsize())
        assert client.hget(KNOWN, "kind") and client.hmget(KNOWN, ["kind", "language"])

    def server():
        assert client.ping() and text(client.echo("ŵ")) == "ŵ"
        assert client.info()["redis_version"]
        assert client.client_id() and client.client_setname("canfod") and text(client.client_getname()) == "canfod"
        assert plain(client.execute_command("FT._LIST")) == ["catalogue"]
        assert client.config_get("save") is not None
        assert client.module_list()

    def refusals():
        from redis.commands.search.field import TextField

        for call in (
            lambda: index.create_index([TextField("x")]),
            lambda: client.set("a", "b"),
            lambda: index.dropindex(),
        ):
            # Clients know the code READONLY by an error of its own.
            assert refused(call).startswith("ReadOnlyError"), refused(call)
        assert "no such index" in refused(lambda: client.ft("nothing").search("x"))
        assert "yntax error" in refused(lambda: index.search("(children"))
        assert client.ping()

    return [
        value
        for value in locals().values()
        if callable(value) and value.__name__ not in ("equal",) and getattr(value, "__module__", "") == __name__
    ]


async def checks_async(version, port, options):
    """The same through asyncio, many at once over one pool."""
    import redis.asyncio

    client = redis.asyncio.Redis(host="127.0.0.1", port=port, **options)
    index = client.ft("catalogue")
    found = await index.search("children")
    assert total(found) > 10
    many = await asyncio.gather(*[index.search("@language:{cy}") for _ in range(50)])
    assert len({total(one) for one in many}) == 1
    assert "cy" in plain(await index.tagvals("language"))
    pipe = client.pipeline()
    pipe.ping()
    pipe.hgetall(KNOWN)
    assert len(await pipe.execute()) == 2
    assert int(plain(await index.info())["num_docs"]) > 10
    await (client.aclose() if hasattr(client, "aclose") else client.close())


def child(port, protocol):
    """Runs in the process of one version of redis-py, found on its path; prints a failure a line."""
    import redis

    options = {"protocol": protocol} if protocol else {}
    failures = 0
    client = redis.Redis(host="127.0.0.1", port=port, socket_timeout=10, **options)
    calls = checks(client)
    for call in calls:
        try:
            call()
        except Exception as error:  # A client may raise anything over a reply that it cannot read.
            failures += 1
            place = traceback.extract_tb(error.__traceback__)[-1]
            print(
                f"  {call.__name__}: {type(error).__name__}: {error} ({pathlib.Path(place.filename).name}:{place.lineno})"
            )
    try:
        asyncio.run(checks_async(redis.__version__, port, options))
    except Exception as error:
        failures += 1
        print(f"  asyncio: {type(error).__name__}: {error}")
    spoken = f"RESP{protocol}" if protocol else "as it comes"
    print(f"redis-py {redis.__version__}, {spoken}: {len(calls) + 1} checks, {failures} failed")
    return failures


def tool(name, *words, stdin=None):
    """What one of Redis' programs prints."""
    done = subprocess.run(
        [WORK / "stack/bin" / name, *words],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "LD_LIBRARY_PATH": str(WORK / "openssl")},
    )
    assert done.returncode == 0, f"{name} ended with {done.returncode}: {done.stderr}{done.stdout}"
    return done.stdout


def programs(host, port):
    """Checks of redis-cli, redis-benchmark and nc."""
    at = ("-h", host, "-p", str(port))

    def redis_cli():
        out = tool(
            "redis-cli",
            *at,
            "FT.SEARCH",
            "catalogue",
            "@language:{cy} @age:{under-12}",
            "NOCONTENT",
            "LIMIT",
            "0",
            "100",
        )
        lines = out.split()
        assert int(lines[0]) == len(lines) - 1 and KNOWN in lines, out
        assert tool("redis-cli", *at, "PING") == "PONG\n"

    def redis_cli_resp3():
        out = tool(
            "redis-cli",
            *at,
            "-3",
            "--no-raw",
            "FT.SEARCH",
            "catalogue",
            "children",
            "LIMIT",
            "0",
            "1",
            "RETURN",
            "1",
            "title",
        )
        assert "total_results" in out and "extra_attributes" in out, out

    def redis_cli_json():
        out = json.loads(tool("redis-cli", *at, "-3", "--json", "FT.TAGVALS", "catalogue", "language"))
        assert "cy" in out, out

    def redis_cli_interactive():
        out = tool(
            "redis-cli", *at, stdin="PING\nFT.SEARCH catalogue children LIMIT 0 0\nFT.NOPE x\nHELLO 3\nFT._LIST\nquit\n"
        )
        lines = out.splitlines()
        assert lines[0] == "PONG" and int(lines[1]) > 10 and "unknown command" in out and "catalogue" in out, out

    def redis_cli_pipe():
        requests = "".join(f"FT.SEARCH catalogue children NOCONTENT LIMIT {i} 1\n" for i in range(100))
        assert len(tool("redis-cli", *at, stdin=requests).split()) == 200

    def redis_cli_scan():
        assert KNOWN in tool("redis-cli", *at, "--scan").split()

    def redis_benchmark():
        out = tool("redis-benchmark", *at, "-t", "ping_inline,ping_mbulk", "-n", "20000", "-P", "16", "-q")
        assert "PING_INLINE" in out and "PING_MBULK" in out, out

    def redis_benchmark_search():
        out = tool(
            "redis-benchmark", *at, "-n", "2000", "-c", "20", "-q", "FT.SEARCH", "catalogue", "children", "NOCONTENT"
        )
        assert "requests per second" in out, out

    def nc():
        ask = "PING\r\n@7 COUNT language:cy age:under-12\r\nQUIT\r\n"
        done = subprocess.run(["nc", host, str(port)], input=ask, capture_output=True, text=True, timeout=20)
        lines = done.stdout.splitlines()
        assert lines[0] == "+PONG" and json.loads(lines[1])["tag"] == "7" and json.loads(lines[2])["bye"], done.stdout
        out = tool("redis-cli", *at, "FT.SEARCH", "catalogue", "@language:{cy} @age:{under-12}", "LIMIT", "0", "0")
        assert json.loads(lines[1])["total"] == int(out), (lines[1], out)

    return [value for value in locals().values() if callable(value)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--server", default="127.0.0.1:7411", metavar="HOST:PORT")
    parser.add_argument("--only", default="", help="versions and 'programs', with commas between")
    parser.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    host, _, port = options.server.rpartition(":")
    if options.child:
        return child(int(port), int(options.child[0]) if options.child[0] != "none" else None)
    failures = 0
    for version, protocol in CLIENTS:
        if options.only and version not in options.only.split(","):
            continue
        path = {} if version == "8.1" else {"PYTHONPATH": str(WORK / "clients" / version)}
        done = subprocess.run(
            [
                WORK / "venv/bin/python",
                "-W",
                "ignore",
                __file__,
                "--server",
                options.server,
                "--child",
                str(protocol or "none"),
                version,
            ],
            env={**os.environ, **path},
        )
        failures += done.returncode
    if not options.only or "programs" in options.only.split(","):
        calls = programs(host, int(port))
        failed = 0
        for call in calls:
            try:
                call()
            except Exception as error:
                failed += 1
                print(f"  {call.__name__}: {type(error).__name__}: {error}")
        print(f"redis-cli, redis-benchmark, nc: {len(calls)} checks, {failed} failed")
        failures += failed
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
