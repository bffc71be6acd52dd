// libstemmer: the Snowball stemmers. Only what SnowballStemmer.swift wraps.
#include <libstemmer.h>
