"""Replies of FT commands, RESP2 or RESP3, in one form in which they can be compared."""

from dataclasses import dataclass, field

from resp import Members, Typed


class Odd(Exception):
    """A reply that no client could read."""


@dataclass
class Failure:
    """An error, by its text."""

    text: str


@dataclass
class Hit:
    """One document found."""

    id: str
    score: object = None
    sort_key: object = None
    fields: dict = field(default_factory=dict)


@dataclass
class Found:
    """What FT.SEARCH or FT.AGGREGATE found; rows of a group have no id."""

    total: int
    hits: list


def failed(reply):
    """The error that a reply is, or None."""
    return Failure(reply.value) if isinstance(reply, Typed) and reply.kind == "-" else None


def text(value):
    """A simple string, a bulk string or a number as text."""
    return value.value if isinstance(value, Typed) else value


def pairs(value):
    """A map, or a flat array of keys and values, as a dict."""
    if isinstance(value, Members) and value.kind == "%":
        return {text(key): text(item) for key, item in value}
    if not isinstance(value, list) or len(value) % 2:
        raise Odd(f"no keys and values: {value!r}")
    return {text(value[i]): text(value[i + 1]) for i in range(0, len(value), 2)}


def number(value):
    """A score as a number: a double, a bulk string, or the first of an explained score."""
    return None if value is None else float(value[0] if isinstance(value, list) else value)


def searched(reply, words):
    """FT.SEARCH's reply; `words` is the request, whose options say what comes beside the ids."""
    if failed(reply):
        return failed(reply)
    options = {word.upper() for word in words[3:]}
    if isinstance(reply, Members):
        whole = pairs(reply)
        hits = []
        for item in whole["results"]:
            one = pairs(item)
            hits.append(
                Hit(one["id"], number(one.get("score")), one.get("sortkey"), pairs(one.get("extra_attributes", [])))
            )
        return Found(whole["total_results"], hits)
    if not isinstance(reply, list) or not reply:
        raise Odd(f"no array with a total: {reply!r}")
    asked = [name for name in ("WITHSCORES", "WITHPAYLOADS", "WITHSORTKEYS") if name in options]
    bare = "NOCONTENT" in options or ("RETURN" in options and words[words.index("RETURN") + 1] == "0")
    step = 1 + len(asked) + (0 if bare else 1)
    if (len(reply) - 1) % step:
        raise Odd(f"{len(reply) - 1} values after the total, {step} a document")
    hits = []
    for start in range(1, len(reply), step):
        beside = dict(zip(asked, reply[start + 1 :]))
        hits.append(
            Hit(
                reply[start],
                number(beside.get("WITHSCORES")),
                beside.get("WITHSORTKEYS"),
                {} if bare else pairs(reply[start + step - 1]),
            )
        )
    return Found(reply[0], hits)


def aggregated(reply):
    """FT.AGGREGATE's reply."""
    if failed(reply):
        return failed(reply)
    if isinstance(reply, Members):
        whole = pairs(reply)
        rows = [pairs(pairs(item)["extra_attributes"]) for item in whole["results"]]
        return Found(whole["total_results"], [Hit("", fields=row) for row in rows])
    return Found(reply[0], [Hit("", fields=pairs(row)) for row in reply[1:]])


def misspelt(reply):
    """FT.SPELLCHECK's reply: the words not known, each with what may have been meant."""
    if failed(reply):
        return failed(reply)
    if isinstance(reply, Members):
        terms = pairs(reply)["results"]
        return {text(term): [text(key) for item in items for key, _ in item] for term, items in terms}
    return {row[1]: [item[1] for item in row[2]] for row in reply}


def described(reply):
    """FT.INFO's reply: the index's name, its documents, its fields with their types."""
    if failed(reply):
        return failed(reply)
    whole = pairs(reply)
    types = {}
    for item in whole["attributes"]:
        words = item if isinstance(item, list) and not isinstance(item, Members) else None
        one = pairs(words[:6] if words else item)
        types[one["attribute"]] = one["type"]
    return {"index_name": whole["index_name"], "num_docs": int(whole["num_docs"]), "types": types}


def kinds(value, depth=0):
    """The types of RESP that a value is made of: those among a list's members, and a map's with their keys.

    Simple and bulk strings are both text to clients, and count as one type.
    """
    if isinstance(value, Members) and value.kind == "%":
        if depth >= 4:
            return "%"
        return (
            "%{"
            + ", ".join(
                f"{text(key)}: {kinds(item, depth + 1)}" for key, item in value if text(key) != "extra_attributes"
            )
            + "}"
        )
    if isinstance(value, list):
        kind = value.kind if isinstance(value, Members) else ""
        return kind + "[" + " ".join(sorted({kinds(item, depth + 1) for item in value})) + "]"
    if isinstance(value, Typed):
        return "$" if value.kind == "+" else value.kind
    return {str: "$", int: ":", float: ",", bool: "#", type(None): "_"}[type(value)]
