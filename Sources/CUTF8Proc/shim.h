// utf8proc: Unicode normalisation. Only what Normalization.swift wraps.
#include <utf8proc.h>
