#!/usr/bin/env python3
"""Turns the benchmark's documents into records that Canfod can build, and into hashes of the reference.

    tools/redis-reference/bench_records.py corpus DOCUMENTS.jsonl CORPUS OUT-FOLDER
    tools/redis-reference/bench_records.py hashes OUT-FOLDER [--reference 127.0.0.1:7412]

A document ({"id", "title", "body", "tag": "t0" to "t6"}) becomes an English record with its title and body; its
tag becomes one of seven kinds. CORPUS is the catalogue's, for its vocabularies. `canfod build --corpus
OUT-FOLDER --index DIR` indexes the records; `hashes` reads the same files and loads them as hashes.
"""

import argparse
import json
import pathlib
import re
import shutil

from load import INDEX, body_of, schema
from resp import Connection, Typed, encode

KINDS = ("guide", "guidance", "web page", "advice page", "research report", "article", "video")
# Signs of Markdown and of YAML's quotes, so that both servers get the same text.
MARKS = re.compile(r"[*_`#<>\[\]()|\\~\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]|^\s*(?:[-+=]|\d+[.)])+", re.MULTILINE)
BATCH = 500


def plain(text):
    """A text without what Markdown would read as a mark, on one line."""
    return " ".join(MARKS.sub(" ", text).split())


def make_corpus(documents, corpus, out):
    """Writes a record for each document."""
    resources = out / "resources"
    resources.mkdir(parents=True)
    for name in ("vocabulary", "plan"):
        shutil.copytree(corpus / name, out / name)
    count = 0
    with open(documents, encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            name = f"doc-{document['id']:06}"
            title = json.dumps(plain(document["title"]) or "untitled", ensure_ascii=False)
            kind = KINDS[int(document["tag"][1:])]
            (resources / f"{name}.md").write_text(
                f"---\nid: {name}\nwork: {name}\ntitle:\n  en: {title}\nlanguage: [en]\nkind: {kind}\n"
                f"audience: [practitioners]\ntopics: [safeguarding]\nstatus: published\nsources: [benchmark]\n---\n\n"
                f"{plain(document['body'])}\n",
                encoding="utf-8",
            )
            count += 1
    print(f"{count} records in {out}")


def load_hashes(out, address):
    """Fills the reference with the records of a folder."""
    connection = Connection(address, timeout=600)
    for words in (
        ["FLUSHALL"],
        ["FT.CONFIG", "SET", "TIMEOUT", "10000"],
        schema(),
    ):
        reply = connection.ask(*words)
        if isinstance(reply, Typed) and reply.kind == "-":
            raise SystemExit(reply.value)
    paths = sorted((out / "resources").glob("*.md"))
    for start in range(0, len(paths), BATCH):
        batch = []
        for path in paths[start : start + BATCH]:
            front = path.read_text(encoding="utf-8")
            title = json.loads(re.search(r"^  en: (.*)$", front, re.MULTILINE).group(1))
            kind = re.search(r"^kind: (.*)$", front, re.MULTILINE).group(1)
            batch.append(
                encode(
                    "HSET",
                    path.stem,
                    "title",
                    title,
                    "body",
                    body_of(path),
                    "kind",
                    kind,
                    "language",
                    "en",
                    "audience",
                    "practitioners",
                    "status",
                    "published",
                )
            )
        connection.socket.sendall(b"".join(batch))
        for _ in batch:
            connection.read()
    print(connection.ask("FT.SEARCH", INDEX, "*", "LIMIT", "0", "0")[0], "hashes in the reference")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    jobs = parser.add_subparsers(dest="job", required=True)
    corpus = jobs.add_parser("corpus")
    corpus.add_argument("documents", type=pathlib.Path)
    corpus.add_argument("corpus", type=pathlib.Path)
    corpus.add_argument("out", type=pathlib.Path)
    hashes = jobs.add_parser("hashes")
    hashes.add_argument("out", type=pathlib.Path)
    hashes.add_argument("--reference", default="127.0.0.1:7412", metavar="HOST:PORT")
    options = parser.parse_args()
    if options.job == "corpus":
        make_corpus(options.documents, options.corpus, options.out)
    else:
        load_hashes(options.out, options.reference)


if __name__ == "__main__":
    main()
