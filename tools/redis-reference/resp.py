"""RESP over a plain socket: requests as arrays of bulk strings, replies with their types kept."""

import socket


class Typed:
    """A reply that has no Python type of its own: a simple string, an error, a verbatim string."""

    def __init__(self, kind, value):
        self.kind = kind
        self.value = value

    def __repr__(self):
        return f"{self.kind}{self.value!r}"

    def __eq__(self, other):
        return isinstance(other, Typed) and (self.kind, self.value) == (other.kind, other.value)


class Members(list):
    """The members of a map, a set or a push, as `kind` says, in the order in which they came."""

    def __init__(self, kind, values):
        super().__init__(values)
        self.kind = kind


def encode(*words):
    """One request as bytes."""
    parts = [b"*%d\r\n" % len(words)]
    for word in words:
        data = word if isinstance(word, bytes) else str(word).encode()
        parts.append(b"$%d\r\n%s\r\n" % (len(data), data))
    return b"".join(parts)


class Connection:
    """One connection to a server of RESP, version 2 or 3."""

    def __init__(self, address, protocol=2, timeout=10):
        host, _, port = address.rpartition(":")
        self.socket = socket.create_connection((host, int(port)), timeout=timeout)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.reader = self.socket.makefile("rb")
        if protocol == 3:
            self.ask("HELLO", "3")

    def close(self):
        self.reader.close()
        self.socket.close()

    def ask(self, *words):
        """The reply to one request."""
        self.socket.sendall(encode(*words))
        return self.read()

    def read(self):
        """The next reply: str, int, float, None, bool, list, `Members` or `Typed`."""
        line = self.reader.readline()
        if not line.endswith(b"\r\n"):
            raise ConnectionError("the connection ended")
        kind, rest = line[:1], line[1:-2]
        if kind == b"+" or kind == b"-":
            return Typed(kind.decode(), rest.decode(errors="replace"))
        if kind == b":":
            return int(rest)
        if kind == b",":
            return float(rest)
        if kind == b"_":
            return None
        if kind == b"#":
            return rest == b"t"
        if kind == b"$" or kind == b"=":
            length = int(rest)
            if length < 0:
                return None
            text = self.reader.read(length + 2)[:-2].decode(errors="replace")
            return text if kind == b"$" else Typed("=", text)
        count = int(rest)
        if count < 0:
            return None
        if kind == b"*":
            return [self.read() for _ in range(count)]
        if kind == b"%":
            return Members("%", [(self.read(), self.read()) for _ in range(count)])
        if kind in (b"~", b">"):
            return Members(kind.decode(), [self.read() for _ in range(count)])
        raise ConnectionError(f"no type of RESP: {line!r}")


def show(reply):
    """A reply on one line: the kinds of RESP in front of what Python would write alike."""
    if isinstance(reply, Typed):
        return f"{reply.kind}{reply.value!r}"
    if isinstance(reply, Members):
        if reply.kind == "%":
            return "%{" + ", ".join(f"{show(k)}: {show(v)}" for k, v in reply) + "}"
        return reply.kind + "[" + ", ".join(map(show, reply)) + "]"
    if isinstance(reply, list):
        return "[" + ", ".join(map(show, reply)) + "]"
    if isinstance(reply, float):
        return f",{reply!r}"
    if isinstance(reply, int) and not isinstance(reply, bool):
        return f":{reply}"
    if reply is None:
        return "nil"
    return repr(reply)
