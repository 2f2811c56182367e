/* A worker of bench.mjs: tree-sitter's C library with its Python grammar over the files that a list names. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <tree_sitter/api.h>

#define MAX_FILES 100000

const TSLanguage *tree_sitter_python(void);

static char *sources[MAX_FILES];
static uint32_t lengths[MAX_FILES];

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static void read_file(const char *path, int index) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) exit(2);
  fseek(file, 0, SEEK_END);
  lengths[index] = (uint32_t)ftell(file);
  rewind(file);
  sources[index] = malloc(lengths[index] + 1);
  if (fread(sources[index], 1, lengths[index], file) != lengths[index]) exit(2);
  fclose(file);
}

int main(int argc, char **argv) {
  char line[4096];
  int count = 0;
  FILE *list = fopen(argc > 1 ? argv[1] : "", "r");
  if (list == NULL) return 2;
  while (count < MAX_FILES && fgets(line, sizeof line, list)) {
    line[strcspn(line, "\n")] = 0;
    read_file(line, count++);
  }

  TSParser *parser = ts_parser_new();
  if (!ts_parser_set_language(parser, tree_sitter_python())) return 3;
  printf("ABI %d\n", TREE_SITTER_LANGUAGE_VERSION);
  fflush(stdout);
  while (fgets(line, sizeof line, stdin)) {
    double start = now();
    for (int i = 0; i < count; i++) ts_tree_delete(ts_parser_parse_string(parser, NULL, sources[i], lengths[i]));
    printf("%f\n", now() - start);
    fflush(stdout);
  }
}
