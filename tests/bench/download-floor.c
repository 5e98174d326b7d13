/*
 * The least that a program can do which has its files one by one: open, read, close, write, and nothing else of a zip.
 * A limit to compare with, not a server: one connection at a time, whatever is asked.
 *
 *   download-floor <list of paths> <bytes of each file> <bytes of a header> <bytes in all> <threads, 1 or 2>
 *
 * With two threads one reads while the other writes. Prints its port.
 */
#include <arpa/inet.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { slab_size = 1 << 20, slab_count = 4 };

static char *slabs[slab_count];
static size_t filled[slab_count];
static int ready, free_slabs = slab_count;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;

static char **paths;
static size_t path_count, file_size, header_size, total_size;

static size_t fill(char *slab, size_t *next) {
  size_t at = 0;
  while (*next < path_count && at + header_size + file_size <= slab_size) {
    int file = open(paths[*next], O_RDONLY | O_CLOEXEC);
    if (file < 0 || read(file, slab + at + header_size, file_size) != (ssize_t)file_size) exit(2);
    close(file);
    at += header_size + file_size;
    *next += 1;
  }
  return at;
}

static size_t write_all(int socket, const char *bytes, size_t size) {
  for (size_t at = 0; at < size;) {
    ssize_t written = write(socket, bytes + at, size - at);
    if (written <= 0) exit(3); /* the benchmark's reader takes everything */
    at += (size_t)written;
  }
  return size;
}

static void *read_ahead(void *unused) {
  size_t next = 0, slab = 0;
  while (next < path_count) {
    pthread_mutex_lock(&lock);
    while (free_slabs == 0) pthread_cond_wait(&changed, &lock);
    free_slabs -= 1;
    pthread_mutex_unlock(&lock);
    filled[slab % slab_count] = fill(slabs[slab % slab_count], &next);
    slab += 1;
    pthread_mutex_lock(&lock);
    ready += 1;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
  }
  return unused;
}

static size_t send_by_two(int socket) {
  pthread_t reader;
  size_t sent = 0, files = path_count * (header_size + file_size);
  ready = 0;
  free_slabs = slab_count;
  pthread_create(&reader, NULL, read_ahead, NULL);
  for (size_t slab = 0; sent < files; slab += 1) {
    pthread_mutex_lock(&lock);
    while (ready == 0) pthread_cond_wait(&changed, &lock);
    ready -= 1;
    pthread_mutex_unlock(&lock);
    sent += write_all(socket, slabs[slab % slab_count], filled[slab % slab_count]);
    pthread_mutex_lock(&lock);
    free_slabs += 1;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
  }
  pthread_join(reader, NULL);
  return sent;
}

static size_t send_by_one(int socket) {
  size_t sent = 0, next = 0;
  while (next < path_count) {
    size_t size = fill(slabs[0], &next);
    sent += write_all(socket, slabs[0], size);
  }
  return sent;
}

static void answer(int socket, int threads) {
  char request[4096], head[128];
  if (read(socket, request, sizeof request) <= 0) return;
  int size = snprintf(head, sizeof head, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %zu\r\n\r\n", total_size);
  write_all(socket, head, (size_t)size);
  size_t sent = threads == 2 ? send_by_two(socket) : send_by_one(socket);
  while (sent < total_size) { /* the directory of the zip, as zeros */
    size_t part = total_size - sent < slab_size ? total_size - sent : slab_size;
    memset(slabs[0], 0, part);
    sent += write_all(socket, slabs[0], part);
  }
}

static void read_paths(const char *list) {
  char line[4096];
  size_t room = 1024;
  FILE *file = fopen(list, "r");
  if (file == NULL) exit(2);
  paths = malloc(room * sizeof *paths);
  while (fgets(line, sizeof line, file) != NULL) {
    line[strcspn(line, "\n")] = 0;
    if (path_count == room) paths = realloc(paths, (room *= 2) * sizeof *paths);
    paths[path_count++] = strdup(line);
  }
  fclose(file);
}

int main(int count, char **arguments) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t address_size = sizeof address;
  int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (count != 6) return 2;
  signal(SIGPIPE, SIG_IGN);
  read_paths(arguments[1]);
  file_size = strtoul(arguments[2], NULL, 10);
  header_size = strtoul(arguments[3], NULL, 10);
  total_size = strtoul(arguments[4], NULL, 10);
  if (header_size + file_size > slab_size) return 2; /* no slab would ever be filled */
  for (int slab = 0; slab < slab_count; slab += 1) slabs[slab] = calloc(1, slab_size);
  if (bind(server, (struct sockaddr *)&address, sizeof address) != 0 || listen(server, 16) != 0) return 2;
  getsockname(server, (struct sockaddr *)&address, &address_size);
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  for (;;) {
    int socket = accept(server, NULL, NULL);
    if (socket < 0) return 2;
    answer(socket, arguments[5][0] - '0');
    close(socket);
  }
}
