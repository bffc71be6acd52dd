#!/usr/bin/env python3
"""Puts Canfod's records into the real RediSearch, so that both hold the same.

    tools/redis-reference/load.py --corpus FOLDER [--canfod 127.0.0.1:7411] [--reference 127.0.0.1:7412]

The records are what a running Canfod says of them (GET, in plain lines: values are those of the vocabularies);
the bodies are read from the files of the corpus. The reference is emptied first.
"""

import argparse
import json
import pathlib
import re
import socket

from resp import Connection, Typed

INDEX = "catalogue"
TEXTS = ("title", "description", "body")
TAGS = ("language", "audience", "kind", "topic", "publisher", "action", "link", "age", "age_of", "status")
NUMBERS = ("age_min", "age_max", "published")
# Names have commas in them, which would part one value from the next; Canfod keeps values apart itself.
SEPARATOR = "|"
OLDEST = 120


def schema():
    """The words of FT.CREATE: no stop words and no stems, since either server has its own."""
    words = ["FT.CREATE", INDEX, "ON", "HASH", "STOPWORDS", "0", "SCHEMA"]
    for name, weight in zip(TEXTS, ("3", "1", "1")):
        words += [name, "TEXT", "NOSTEM", "WEIGHT", weight]
        words += ["SORTABLE"] if name == "title" else []
    for name in TAGS:
        words += [name, "TAG", "SEPARATOR", SEPARATOR]
    for name in NUMBERS:
        words += [name, "NUMERIC", "SORTABLE"]
    return words


def asked(address, ids):
    """The records of `ids` as Canfod gives them in plain lines."""
    host, _, port = address.rpartition(":")
    connection = socket.create_connection((host, int(port)), timeout=30)
    reader = connection.makefile("rb")
    records = {}
    for start in range(0, len(ids), 100):
        connection.sendall(("GET " + " ".join(ids[start : start + 100]) + "\n").encode())
        for line in reader:
            data = json.loads(line)
            if "ok" in data:
                break
            if "doc" in data:
                records[data["doc"]] = data["fields"]
    connection.close()
    return records


def first_day(text):
    """The first day of a date, a month, a year or a school year as the number yyyymmdd."""
    numbers = text.split("-")
    if len(numbers) == 2 and len(numbers[1]) == 4:
        return numbers[0] + "0901"
    return "".join(numbers) + "0101"[2 * (len(numbers) - 1) :]


def fields(record, body):
    """A record as the fields of a hash: the languages of a text with a mark between, none twice."""
    out = {}
    for name in TEXTS[:2]:
        text = record.get(name, {})
        out[name] = " / ".join(dict.fromkeys(text[language] for language in ("en", "cy") if language in text))
    out["body"] = body
    for name in TAGS:
        value = record.get(name, [])
        out[name] = SEPARATOR.join(value) if isinstance(value, list) else value
    ages = re.fullmatch(r"(\d*)-(\d*)", record.get("age", "")) or re.fullmatch(r"(\d+)()", record.get("age", ""))
    if ages:
        low, high = ages.groups()
        out["age_min"] = low or "0"
        out["age_max"] = high or (str(OLDEST) if "-" in record["age"] else low)
    if "published" in record:
        out["published"] = first_day(record["published"])
    return {name: value for name, value in out.items() if value}


def body_of(path):
    """The text below the front matter of a record's file."""
    return path.read_text(encoding="utf-8").split("---\n", 2)[2].strip()


def documents(address, corpus):
    """All records by their id, as fields of hashes."""
    paths = {path.stem: path for path in sorted((corpus / "resources").glob("*.md"))}
    return {i: fields(record, body_of(paths[i])) for i, record in asked(address, list(paths)).items()}


def load(address, records):
    """Empties the reference and fills it."""
    connection = Connection(address, timeout=60)

    def must(*words):
        reply = connection.ask(*words)
        if isinstance(reply, Typed) and reply.kind == "-":
            raise SystemExit(f"{words[0]}: {reply.value}")
        return reply

    must("FLUSHALL")
    must("FT.CONFIG", "SET", "MAXPREFIXEXPANSIONS", "10000")
    must("FT.CONFIG", "SET", "TIMEOUT", "10000")
    must(*schema())
    for name, values in records.items():
        must("HSET", name, *[word for pair in values.items() for word in pair])
    reply = must("FT.SEARCH", INDEX, "*", "LIMIT", "0", "0")
    connection.close()
    return reply[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=pathlib.Path, required=True)
    parser.add_argument("--canfod", default="127.0.0.1:7411", metavar="HOST:PORT")
    parser.add_argument("--reference", default="127.0.0.1:7412", metavar="HOST:PORT")
    options = parser.parse_args()
    records = documents(options.canfod, options.corpus)
    print(f"{load(options.reference, records)} of {len(records)} records in the reference")


if __name__ == "__main__":
    main()
