// libpsl: the public suffix list. Only what HTTPTransport's RegistrableDomain.swift wraps.
#include <libpsl.h>
