// libcurl: HTTP transfers and addresses. Only what Sources/HTTPTransport wraps.
#include <curl/curl.h>
