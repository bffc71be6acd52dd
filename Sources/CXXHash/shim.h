// xxHash: content fingerprints. Only what ContentHash.swift wraps.
#include <xxhash.h>
