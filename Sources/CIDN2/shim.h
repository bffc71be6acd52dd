// libidn2: international host names. Only what Curl/InternationalName.swift wraps.
#include <idn2.h>
