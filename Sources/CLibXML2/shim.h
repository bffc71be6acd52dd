// libxml2: HTML and XML parsing. Only what Sources/Markup wraps.
#include <libxml/xmlversion.h>
// With this set libxml2's headers bring in ICU's, whose types clash with those of Foundation's own
// ICU in a target that sees both. It only adds members at the end of a struct of encoding handlers
// that we never touch.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
