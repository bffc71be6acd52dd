#pragma once
#include <stddef.h>
#include <stdint.h>

/// The lexicon's table: every form that the lexicon and the lists beside it have.
const uint8_t *canfod_welsh_lexicon(size_t *count);

/// The treebank's table: forms that running Welsh uses otherwise than the lexicon alone would say.
const uint8_t *canfod_welsh_treebank(size_t *count);
