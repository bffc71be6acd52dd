// Sends requests over many connections, one outstanding on each (or PIPELINE), and times the replies.
//
//     load_client HOST PORT CONNECTIONS SECONDS PIPELINE FILE
//
// FILE has a request a line, its words parted by tabs; connections take them in turn. Prints one JSON object:
// replies, errors (replies that begin with '-'), broken (connections that ended; they are made anew), seconds,
// per_second, and p50, p99, max in microseconds, from the sending of a request to the end of its reply.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { PIPELINE_MAX = 1024, REQUEST_MAX = 1 << 16, BUFFER = 1 << 16 };

typedef struct { char *bytes; size_t length; } Request;

typedef struct {
  int fd;
  long long sent[PIPELINE_MAX];  // When each outstanding request was sent, a ring.
  int first, outstanding;
  char line[64];  // The head of the value being read.
  int lineLength;
  long long skip;     // Bytes of a bulk string, its line end counted, that are still to come.
  long long pending;  // Values of the reply that are still to come.
  int isError;
} Connection;

static Request *requests;
static size_t requestCount, next;
static unsigned *times;
static size_t replies, timesMax, errors, broken;
static char firstError[200];

static long long now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void readRequests(const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) { perror(path); exit(66); }
  char *line = NULL;
  size_t room = 0;
  ssize_t length;
  while ((length = getline(&line, &room, file)) > 0) {
    if (line[length - 1] == '\n') line[--length] = 0;
    if (!length || length > REQUEST_MAX / 2) continue;
    int words = 1;
    for (char *c = line; *c; c++) words += *c == '\t';
    // A word of one letter and its tab take eight bytes.
    char *bytes = malloc(8 * (size_t)length + 64);
    int used = sprintf(bytes, "*%d\r\n", words);
    for (char *word = line; word; ) {
      char *tab = strchr(word, '\t');
      int n = tab ? (int)(tab - word) : (int)strlen(word);
      used += sprintf(bytes + used, "$%d\r\n%.*s\r\n", n, n, word);
      word = tab ? tab + 1 : NULL;
    }
    requests = realloc(requests, (requestCount + 1) * sizeof *requests);
    requests[requestCount++] = (Request){realloc(bytes, used), used};
  }
  fclose(file);
  if (!requestCount) { fprintf(stderr, "no requests in %s\n", path); exit(65); }
}

static void open_(Connection *c, struct sockaddr_in *address) {
  memset(c, 0, sizeof *c);
  c->fd = socket(AF_INET, SOCK_STREAM, 0);
  if (connect(c->fd, (struct sockaddr *)address, sizeof *address)) { perror("connect"); exit(69); }
  int on = 1;
  setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  fcntl(c->fd, F_SETFL, O_NONBLOCK);
}

// Sends `count` requests in one write; they are small beside what a socket takes.
static void send_(Connection *c, int count) {
  static char out[REQUEST_MAX * 4];
  size_t used = 0;
  long long at = now();
  for (int i = 0; i < count; i++) {
    Request *request = &requests[next++ % requestCount];
    if (used + request->length > sizeof out) break;
    memcpy(out + used, request->bytes, request->length);
    used += request->length;
    c->sent[(c->first + c->outstanding++) % PIPELINE_MAX] = at;
  }
  for (size_t done = 0; done < used; ) {
    ssize_t n = write(c->fd, out + done, used - done);
    if (n > 0) done += n;
    else if (errno != EAGAIN && errno != EINTR) return;
  }
}

// Takes in bytes and returns how many replies ended in them.
static int take(Connection *c, const char *bytes, size_t length) {
  int ended = 0;
  for (size_t i = 0; i < length; ) {
    if (c->skip) {
      size_t n = c->skip < (long long)(length - i) ? (size_t)c->skip : length - i;
      c->skip -= n;
      i += n;
      if (c->skip) continue;
    } else {
      char byte = bytes[i++];
      if (byte != '\n') {
        if (c->lineLength < (int)sizeof c->line - 1) c->line[c->lineLength++] = byte;
        continue;
      }
      c->line[c->lineLength] = 0;
      c->lineLength = 0;
      if (!c->pending) { c->pending = 1; c->isError = c->line[0] == '-'; }
      c->pending--;
      long long n = atoll(c->line + 1);
      if (c->line[0] == '*' && n > 0) c->pending += n;
      if (c->line[0] == '%' && n > 0) c->pending += 2 * n;
      if (c->line[0] == '$' && n >= 0) { c->skip = n + 2; continue; }
    }
    if (c->pending) continue;
    long long spent = (now() - c->sent[c->first]) / 1000;
    c->first = (c->first + 1) % PIPELINE_MAX;
    c->outstanding--;
    if (c->isError && !errors++) {
      snprintf(firstError, sizeof firstError, "%s", c->line);
      for (char *at = firstError; *at; at++) if (*at == '"' || *at == '\\' || *at < ' ') *at = '\'';
    }
    if (replies < timesMax) times[replies] = (unsigned)spent;
    replies++;
    ended++;
  }
  return ended;
}

static int ascending(const void *a, const void *b) {
  unsigned x = *(const unsigned *)a, y = *(const unsigned *)b;
  return x < y ? -1 : x > y;
}

int main(int count, char **words) {
  if (count != 7) { fprintf(stderr, "load_client HOST PORT CONNECTIONS SECONDS PIPELINE FILE\n"); return 64; }
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(words[2]))};
  inet_pton(AF_INET, words[1], &address.sin_addr);
  int connectionCount = atoi(words[3]), pipeline = atoi(words[5]);
  double seconds = atof(words[4]);
  if (pipeline < 1 || pipeline > PIPELINE_MAX || connectionCount < 1) return 64;
  readRequests(words[6]);
  timesMax = 20000000;
  times = malloc(timesMax * sizeof *times);
  Connection *connections = calloc(connectionCount, sizeof *connections);
  int poll = epoll_create1(0);
  long long start = now(), end = start + (long long)(seconds * 1e9);
  for (int i = 0; i < connectionCount; i++) {
    open_(&connections[i], &address);
    epoll_ctl(poll, EPOLL_CTL_ADD, connections[i].fd, &(struct epoll_event){EPOLLIN, {.u32 = i}});
    send_(&connections[i], pipeline);
  }
  static char buffer[BUFFER];
  struct epoll_event events[256];
  while (now() < end) {
    int ready = epoll_wait(poll, events, 256, 100);
    for (int i = 0; i < ready; i++) {
      Connection *c = &connections[events[i].data.u32];
      ssize_t n = read(c->fd, buffer, sizeof buffer);
      if (n < 0 && (errno == EAGAIN || errno == EINTR)) continue;
      if (n <= 0) {
        broken++;
        close(c->fd);
        open_(c, &address);
        epoll_ctl(poll, EPOLL_CTL_ADD, c->fd, &(struct epoll_event){EPOLLIN, {.u32 = events[i].data.u32}});
        send_(c, pipeline);
        continue;
      }
      take(c, buffer, n);
      if (!c->outstanding) send_(c, pipeline);
    }
  }
  double spent = (now() - start) / 1e9;
  size_t n = replies < timesMax ? replies : timesMax;
  qsort(times, n, sizeof *times, ascending);
  printf("{\"replies\":%zu,\"errors\":%zu,\"broken\":%zu,\"seconds\":%.3f,\"per_second\":%.1f,\"p50\":%u,\"p99\":%u,\"max\":%u,"
         "\"first_error\":\"%s\"}\n", replies, errors, broken, spent, replies / spent, n ? times[n / 2] : 0,
         n ? times[(size_t)(n * 0.99)] : 0, n ? times[n - 1] : 0, firstError);
  return 0;
}
