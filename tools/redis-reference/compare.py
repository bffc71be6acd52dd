#!/usr/bin/env python3
"""Asks Canfod and a real RediSearch the same, and says where they answer differently.

    tools/redis-reference/compare.py [--canfod 127.0.0.1:7411] [--reference 127.0.0.1:7412] [--only GROUP,GROUP]

Each request of queries.tsv goes to both in RESP2 and in RESP3. Compared are totals, sets of ids, values and counts
of groups, the fields that come back, the order by a field (ties in any order), error texts, and the types of
RESP. Scores are compared by their order only: they must fall; how far the best ten agree is told. Passages may
be others than the reference's, but of the number, length and form asked for. Deliberate deviations
(deviations.tsv) are asked of the reference in its own way, and it is checked that they still deviate.

Ends with 1 where something else differs. Both must hold the same: see README.md.
"""

import argparse
import collections
import pathlib
import re
import shlex
import sys

import replies
from load import NUMBERS, SEPARATOR, TAGS, TEXTS
from replies import Failure, Found
from resp import Connection, Typed, show

HERE = pathlib.Path(__file__).parent
AS_THEY_STAND = {"limit", "return", "highlight", "summarize", "errors"}
SCORED = {"text", "phrase", "optional", "weight"}
KNOWN = set(TEXTS) | set(TAGS) | set(NUMBERS)


class Case:
    """One request of the file, for both servers."""

    def __init__(self, group, line):
        cells = line.split("\t")
        self.group = group
        self.line = line
        self.canfod = self.words(cells[0])
        self.refused = len(cells) > 1 and cells[1] == "error"
        self.reference = self.canfod if self.refused or len(cells) < 2 else self.words(cells[1])
        self.deviation = cells[2] if len(cells) > 2 else None

    def words(self, text):
        """A request's words, with what makes answers comparable."""
        words = shlex.split(text)
        verb, options = words[0].upper(), [word.upper() for word in words[3:]]
        if verb == "FT.SEARCH" and len(words) > 2 and self.group not in AS_THEY_STAND:
            words += [] if "RETURN" in options else ["NOCONTENT"]
            words += [] if "LIMIT" in options else ["LIMIT", "0", "1000"]
        if verb in ("FT.SEARCH", "FT.AGGREGATE", "FT.EXPLAIN") and len(words) > 2 and "DIALECT" not in options:
            # A word that is left over at the end must be found there.
            if self.group != "errors" or not options:
                words += ["DIALECT", "2"]
            else:
                words[3:3] = ["DIALECT", "2"]
        return words

    @property
    def verb(self):
        return self.canfod[0].upper()

    def after(self, option, count=1):
        """What follows an option in the request, or None."""
        upper = [word.upper() for word in self.canfod]
        if option not in upper[3:]:
            return None
        place = upper.index(option, 3) + 1
        return self.canfod[place : place + count]


class Pair:
    """Both servers, each in both versions of RESP."""

    def __init__(self, canfod, reference):
        self.address = canfod
        self.canfod = {version: Connection(canfod, version) for version in (2, 3)}
        self.reference = {version: Connection(reference, version) for version in (2, 3)}
        self.documents = {}

    def ask(self, version, words):
        """Canfod's reply; a connection that ends over it is one too, and is made anew."""
        try:
            return self.canfod[version].ask(*words)
        except OSError as error:
            self.canfod[version] = Connection(self.address, version)
            return Typed("-", f"(no reply: {error})")

    def document(self, name):
        """The fields of a document in the reference."""
        if name not in self.documents:
            self.documents[name] = replies.pairs(self.reference[2].ask("HGETALL", name))
        return self.documents[name]

    def matching(self, case):
        """The ids of all documents that match in the reference, whatever page was asked."""
        reply = self.reference[2].ask(
            "FT.SEARCH",
            *case.reference[1:3],
            *params(case.reference),
            "NOCONTENT",
            "LIMIT",
            "0",
            "1000",
            "DIALECT",
            "2",
        )
        return set(reply[1:])


def params(words):
    """PARAMS of a request with its values, or nothing."""
    if "PARAMS" not in words:
        return []
    start = words.index("PARAMS")
    return words[start : start + 2 + int(words[start + 1])]


def plain(name, value):
    """A field's value as both servers would give it: tags are joined by another sign in the reference."""
    if isinstance(value, list):
        return sorted(map(str, value))
    if isinstance(value, str):
        if name not in TEXTS:
            value = value.replace(SEPARATOR, ",")
        if re.fullmatch(r"-?\d+\.\d+", value):
            return f"{float(value):.6g}"
    return value


def same_fields(ours, theirs, whole):
    """What differs between the fields of one document; of whole documents the known fields count."""
    names = set(ours) | set(theirs)
    if whole:
        names &= KNOWN
    for name in sorted(names):
        left, right = plain(name, ours.get(name)), plain(name, theirs.get(name))
        if left != right:
            yield f"{name}: {left!r}, reference {right!r}"


def passages(case, pair, hit, name):
    """What is wrong with the passages of a field."""
    value = hit.fields.get(name, "")
    most = int((case.after("FRAGS") or ["3"])[0])
    length = int((case.after("LEN") or ["20"])[0])
    separator = (case.after("SEPARATOR") or ["... "])[0]
    if case.after("HIGHLIGHT") is not None:
        tags = case.after("TAGS", 2) or ["<b>", "</b>"]
        if tags[0] not in value and separator in value:
            yield f"{name}: no word marked in {value!r}"
        value = value.replace(tags[0], "").replace(tags[1], "")
    source = " ".join(pair.document(hit.id).get(name, "").split())
    if separator not in value:
        return
    if not value.endswith(separator):
        yield f"{name}: does not end with the separator: {value!r}"
    pieces = [piece for piece in value.split(separator) if piece.strip()]
    if len(pieces) > most:
        yield f"{name}: {len(pieces)} passages, {most} asked"
    for piece in pieces:
        if " ".join(piece.split()) not in source:
            yield f"{name}: no passage of the text: {piece!r}"
        # The reference counts words about the hit, and lets a passage grow by the next hit in it.
        if len(piece.split()) > 2 * length + 2:
            yield f"{name}: {len(piece.split())} words, {length} asked"


def searches(case, pair, ours, theirs):
    """What differs between two results of FT.SEARCH."""
    if ours.total != theirs.total:
        yield f"total {ours.total}, reference {theirs.total}"
    if len(ours.hits) != len(theirs.hits):
        yield f"{len(ours.hits)} on the page, reference {len(theirs.hits)}"
    mine, other = [hit.id for hit in ours.hits], [hit.id for hit in theirs.hits]
    if len(set(mine)) != len(mine):
        yield "a document twice"
    if len(theirs.hits) == theirs.total:
        if set(mine) != set(other):
            yield f"ids: too many {sorted(set(mine) - set(other))}, missing {sorted(set(other) - set(mine))}"
    elif not set(mine) <= pair.matching(case):
        yield f"ids that do not match: {sorted(set(mine) - pair.matching(case))}"
    sort = case.after("SORTBY")
    if sort:

        def keys(hits):
            return [(pair.document(hit.id).get(sort[0]) or "").casefold() for hit in hits]

        if keys(ours.hits) != keys(theirs.hits):
            yield f"order: {keys(ours.hits)}, reference {keys(theirs.hits)}"
        if [hit.sort_key for hit in ours.hits] != [hit.sort_key for hit in theirs.hits]:
            yield f"sort keys: {[h.sort_key for h in ours.hits]}, reference {[h.sort_key for h in theirs.hits]}"
    elif ours.hits and ours.hits[0].score is not None:
        scores = [hit.score for hit in ours.hits]
        if scores != sorted(scores, reverse=True):
            yield f"scores do not fall: {scores}"
    by_id = {hit.id: hit for hit in theirs.hits}
    summarized = case.after("SUMMARIZE") is not None
    for hit in ours.hits:
        if summarized:
            names = case.after("FIELDS", 2)[1:] if case.after("SUMMARIZE", 1) == ["FIELDS"] else TEXTS
            for name in names:
                yield from (f"{hit.id} {text}" for text in passages(case, pair, hit, name))
        elif hit.id in by_id:
            whole = case.after("RETURN") is None
            yield from (f"{hit.id} {text}" for text in same_fields(hit.fields, by_id[hit.id].fields, whole))


def rows(case, ours, theirs):
    """What differs between two results of FT.AGGREGATE."""
    grouped, sort = case.after("GROUPBY"), case.after("SORTBY")
    if (grouped or sort) and ours.total != theirs.total:
        yield f"total {ours.total}, reference {theirs.total}"

    def as_text(hits, names=None):
        return [
            repr(
                sorted(
                    (name, plain(name, value)) for name, value in hit.fields.items() if names is None or name in names
                )
            )
            for hit in hits
        ]

    if sort:
        words = case.after("SORTBY", 1 + int(sort[0]))[1:]
        names = {word[1:] for word in words if word.startswith("@")}
        if as_text(ours.hits, names) != as_text(theirs.hits, names):
            yield f"order: {as_text(ours.hits, names)}, reference {as_text(theirs.hits, names)}"
        if len(theirs.hits) < theirs.total:
            return
    mine, other = collections.Counter(as_text(ours.hits)), collections.Counter(as_text(theirs.hits))
    if mine != other:
        yield f"rows: too many {sorted((mine - other))}, missing {sorted((other - mine))}"


def read(case, reply, words):
    """A reply in the form in which it is compared."""
    readers = {"FT.AGGREGATE": replies.aggregated, "FT.SPELLCHECK": replies.misspelt, "FT.INFO": replies.described}
    if case.verb == "FT.SEARCH":
        return replies.searched(reply, words)
    if case.verb in readers:
        return readers[case.verb](reply)
    if replies.failed(reply):
        return replies.failed(reply)
    if case.verb in ("HGETALL", "FT.GET"):
        return replies.pairs(reply) if reply is not None else None
    if case.verb == "FT.MGET":
        return [replies.pairs(item) if item is not None else None for item in reply]
    if case.verb in ("FT.TAGVALS", "FT._LIST"):
        return sorted(replies.text(item) for item in reply)
    if case.verb in ("FT.EXPLAIN", "FT.EXPLAINCLI"):
        return "a plan"
    if isinstance(reply, list):
        return [replies.text(item) for item in reply]
    return replies.text(reply)


def others(case, ours, theirs):
    """What differs between two replies of the other commands."""
    if isinstance(ours, dict) and "types" in ours:
        for name in ("index_name", "num_docs"):
            if ours[name] != theirs[name]:
                yield f"{name} {ours[name]}, reference {theirs[name]}"
        for name, kind in theirs["types"].items():
            if ours["types"].get(name) != kind:
                yield f"{name} is {ours['types'].get(name)}, in the reference {kind}"
    elif case.verb == "FT.SPELLCHECK":
        if list(ours) != list(theirs):
            yield f"misspelt: {list(ours)}, reference {list(theirs)}"
        for term, best in theirs.items():
            if best and best[0] not in ours.get(term, []):
                yield f"{term}: {best[0]} is not among {ours.get(term)}"
    elif case.verb in ("HGETALL", "FT.GET", "FT.MGET"):
        for left, right in zip(*([ours], [theirs]) if case.verb != "FT.MGET" else (ours, theirs)):
            if (left is None) != (right is None):
                yield f"{left!r}, reference {right!r}"
            elif left is not None:
                yield from same_fields(left, right, True)
    elif every(ours) != every(theirs):
        yield f"{ours!r}, reference {theirs!r}"


def every(answer):
    """A value, or each of a list, as both servers would give it."""
    return [plain("", item) for item in answer] if isinstance(answer, list) else plain("", answer)


def differences(case, pair):
    """All that differs in the answers to one request, and the replies to print with it."""
    found, texts = [], []
    ours_in = {}
    for version in (2, 3):
        raw = pair.ask(version, case.canfod)
        other = pair.reference[version].ask(*case.reference)
        texts += [f"canfod    RESP{version} {show(raw)}", f"reference RESP{version} {show(other)}"]
        try:
            ours = read(case, raw, case.canfod)
        except (replies.Odd, KeyError, TypeError, ValueError, IndexError) as fault:
            found.append(f"RESP{version}: not readable: {fault!r}")
            continue
        theirs = read(case, other, case.reference)
        ours_in[version] = ours
        where = f"RESP{version}: "
        if case.refused:
            if not isinstance(ours, Failure):
                found.append(where + "is not refused")
            if isinstance(theirs, Failure) or theirs.total:
                found.append(where + "the reference no longer finds nothing: no deviation")
            continue
        if isinstance(ours, Failure) or isinstance(theirs, Failure):
            if ours != theirs:
                found.append(where + f"{brief(ours)}, reference {brief(theirs)}")
            continue
        if case.verb == "FT.SEARCH":
            found += [where + text for text in searches(case, pair, ours, theirs)]
        elif case.verb == "FT.AGGREGATE":
            found += [where + text for text in rows(case, ours, theirs)]
        else:
            found += [where + text for text in others(case, ours, theirs)]
        kinds, others_kinds = replies.kinds(raw), replies.kinds(other)
        if case.verb == "HGETALL":
            # A map's keys are the fields, of which each server has some that the other lacks.
            kinds, others_kinds = kinds[:1], others_kinds[:1]
        empty = (isinstance(ours, Found) and not ours.hits) or ours == [] or theirs == []
        if not empty and case.verb not in ("FT.INFO", "FT.SPELLCHECK") and kinds != others_kinds:
            found.append(where + f"types {kinds}, reference {others_kinds}")
    if len(ours_in) == 2 and repr(ours_in[2]) != repr(ours_in[3]):
        found.append("RESP2 and RESP3 differ")
    if case.deviation and not case.refused and not found:
        alike = read(case, pair.reference[2].ask(*case.canfod), case.canfod)
        if repr(alike) == repr(ours_in[2]):
            found.append("the reference answers the same to the same request: no deviation")
    return list(dict.fromkeys(found)), texts


def brief(answer):
    """An answer in few words."""
    if isinstance(answer, Failure):
        return f"error {answer.text!r}"
    return f"{answer.total} found" if isinstance(answer, Found) else repr(answer)[:80]


def agreement(case, pair):
    """The share of the reference's best ten that are among ours, and of pairs of them in the same order."""
    words = ["FT.SEARCH", *case.canfod[1:3], *params(case.canfod), "NOCONTENT", "LIMIT", "0", "10", "DIALECT", "2"]
    ours = pair.ask(2, words)
    theirs = pair.reference[2].ask(*words, "SCORER", "BM25STD")
    if not isinstance(ours, list) or not isinstance(theirs, list) or theirs[0] <= 10:
        return None
    ours, theirs = ours[1:], theirs[1:]
    return len(set(ours) & set(theirs)) / len(theirs)


def cases(only):
    """The requests of the file, and what each group shows."""
    group, out, about = None, [], {}
    for line in (HERE / "queries.tsv").read_text(encoding="utf-8").splitlines():
        head = re.fullmatch(r"\[([\w-]+)\] (.*)", line)
        if head:
            group = head.group(1)
            about[group] = head.group(2)
        elif line and not line.startswith("#") and (not only or group in only):
            out.append(Case(group, line))
    return out, about


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--canfod", default="127.0.0.1:7411", metavar="HOST:PORT")
    parser.add_argument("--reference", default="127.0.0.1:7412", metavar="HOST:PORT")
    parser.add_argument("--only", default="", metavar="GROUPS", help="groups, with commas between")
    parser.add_argument("--width", type=int, default=600, help="characters of a reply to print (600)")
    options = parser.parse_args()
    deviations = dict(
        line.split("\t")
        for line in (HERE / "deviations.tsv").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    )
    pair = Pair(options.canfod, options.reference)
    asked, about = cases(set(filter(None, options.only.split(","))))
    table = collections.defaultdict(collections.Counter)
    shares = []
    for case in asked:
        if case.deviation and case.deviation not in deviations:
            sys.exit(f"no deviation is called {case.deviation}: {case.line}")
        found, texts = differences(case, pair)
        table[case.group]["different" if found else "deviation" if case.deviation else "equal"] += 1
        if found:
            print(f"\n[{case.group}] {case.line}")
            print("\n".join(f"  {text[:options.width]}" for text in found + texts))
        if case.group in SCORED and case.verb == "FT.SEARCH":
            share = agreement(case, pair)
            shares += [] if share is None else [share]
    print(f"\n{'group':<14} {'asked':>5} {'equal':>5} {'deviate':>7} {'differ':>6}  what it shows")
    for group, counts in table.items():
        print(
            f"{group:<14} {counts.total():>5} {counts['equal']:>5} {counts['deviation']:>7} "
            f"{counts['different']:>6}  {about[group]}"
        )
    whole = sum(table.values(), collections.Counter())
    print(f"{'all':<14} {whole.total():>5} {whole['equal']:>5} {whole['deviation']:>7} {whole['different']:>6}")
    for name, reason in deviations.items():
        count = sum(case.deviation == name for case in asked)
        if count:
            print(f"deviation {name} ({count}): {reason}")
    if shares:
        print(f"best ten: {sum(shares) / len(shares):.0%} in common, mean of {len(shares)} requests that find more")
    return 1 if whole["different"] else 0


if __name__ == "__main__":
    sys.exit(main())
