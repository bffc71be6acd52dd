// The tables lie in the executable's read-only pages: mapped with it, read page by page as words are
// looked up, shared by all processes.
#include "CWelshLexicon.h"

static const uint8_t lexicon[] = {
#embed "welsh-lexicon.table"
};

static const uint8_t treebank[] = {
#embed "welsh-treebank.table"
};

const uint8_t *canfod_welsh_lexicon(size_t *count) {
  *count = sizeof lexicon;
  return lexicon;
}

const uint8_t *canfod_welsh_treebank(size_t *count) {
  *count = sizeof treebank;
  return treebank;
}
