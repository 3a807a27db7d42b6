/*
 * The yardstick of the indexing benchmark: what tree-sitter alone costs, on one thread.
 *
 *   raw-parse GRAMMAR LIST           reads every file named in LIST, parses each, walks each tree
 *                                    with a cursor and prints what that took
 *   raw-parse --ours GRAMMAR LIST    the same the library's way: its memory, its walk
 *   raw-parse --check GRAMMAR LIST   compares the library's walk with the cursor, node for node
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "arena.h"
#include "flatten.h"
#include "grammars.h"
#include "session.h"

typedef struct {
  char *path;
  char *bytes;
  uint32_t length;
} source_file;

typedef struct {
  source_file *files;
  size_t count;
  size_t capacity;
} source_list;

typedef struct {
  TSParser *parser;
  int32_t *flat;
  uint32_t room;
  sx_walk_stack stack;
} workbench;

static _Noreturn void fail(const char *doing, const char *what) {
  fprintf(stderr, "raw-parse: %s: %s\n", doing, what);
  exit(1);
}

static void *need(void *memory) {
  if (memory == NULL) fail("allocating memory", "none left");
  return memory;
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void read_file(source_file *file) {
  FILE *in = fopen(file->path, "rb");
  if (in == NULL) fail("opening", file->path);
  if (fseek(in, 0, SEEK_END) != 0) fail("measuring", file->path);
  long length = ftell(in);
  if (length < 0 || length > INT32_MAX) fail("measuring", file->path);
  rewind(in);
  file->bytes = need(malloc((size_t)length + 1));
  if (fread(file->bytes, 1, (size_t)length, in) != (size_t)length) fail("reading", file->path);
  file->length = (uint32_t)length;
  fclose(in);
}

static source_list read_list(const char *list_path) {
  source_list list = {NULL, 0, 0};
  FILE *in = fopen(list_path, "r");
  if (in == NULL) fail("opening the list", list_path);
  char line[8192];
  while (fgets(line, sizeof line, in) != NULL) {
    line[strcspn(line, "\n")] = '\0';
    if (line[0] == '\0') continue;
    if (list.count == list.capacity) {
      list.capacity = list.capacity == 0 ? 1024 : list.capacity * 2;
      list.files = need(realloc(list.files, list.capacity * sizeof(source_file)));
    }
    source_file *file = &list.files[list.count++];
    file->path = need(malloc(strlen(line) + 1));
    strcpy(file->path, line);
    read_file(file);
  }
  fclose(in);
  return list;
}

static uint64_t walk(const TSTree *tree, uint64_t *checksum) {
  uint64_t nodes = 0;
  TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
  for (bool more = true; more;) {
    TSNode node = ts_tree_cursor_current_node(&cursor);
    *checksum += ts_node_symbol(node) + ts_node_start_byte(node) + ts_node_end_byte(node);
    nodes++;
    if (ts_tree_cursor_goto_first_child(&cursor)) continue;
    while (!(more = ts_tree_cursor_goto_next_sibling(&cursor))) {
      if (!ts_tree_cursor_goto_parent(&cursor)) break;
    }
  }
  ts_tree_cursor_delete(&cursor);
  return nodes;
}

static void flatten(workbench *bench, const TSTree *tree, sx_summary *summary) {
  if (sx_flatten(tree, bench->flat, bench->room, summary, &bench->stack) != 0) need(NULL);
  if (summary->nodes > bench->room) {
    bench->room = summary->nodes * 2;
    bench->flat = need(realloc(bench->flat, (size_t)bench->room * SX_STRIDE * sizeof(int32_t)));
    if (sx_flatten(tree, bench->flat, bench->room, summary, &bench->stack) != 0) need(NULL);
  }
}

/* Compares one tree, node for node, and its summary; exits on the first difference. */
static uint64_t check(workbench *bench, const TSTree *tree, const char *path) {
  sx_summary summary;
  flatten(bench, tree, &summary);
  uint32_t index = 0, errors = 0, missing = 0;
  int64_t first_bad = -1;
  TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
  for (bool more = true; more; index++) {
    TSNode node = ts_tree_cursor_current_node(&cursor);
    const int32_t *flat = bench->flat + (size_t)index * SX_STRIDE;
    if (index >= summary.nodes || flat[SX_SYMBOL] != ts_node_symbol(node) ||
        flat[SX_FIELD] != ts_tree_cursor_current_field_id(&cursor) ||
        (uint32_t)flat[SX_START] != ts_node_start_byte(node) ||
        (uint32_t)flat[SX_END] != ts_node_end_byte(node) ||
        (uint32_t)flat[SX_ROW] != ts_node_start_point(node).row ||
        (uint32_t)flat[SX_AFTER] != index + ts_node_descendant_count(node)) {
      fprintf(stderr, "raw-parse: %s: node %u (%s at byte %u) differs from the cursor's\n", path,
              index, ts_node_type(node), ts_node_start_byte(node));
      exit(1);
    }
    errors += ts_node_is_error(node);
    missing += ts_node_is_missing(node);
    if (first_bad < 0 && (ts_node_is_error(node) || ts_node_is_missing(node))) {
      first_bad = ts_node_start_byte(node);
    }
    if (ts_tree_cursor_goto_first_child(&cursor)) continue;
    while (!(more = ts_tree_cursor_goto_next_sibling(&cursor))) {
      if (!ts_tree_cursor_goto_parent(&cursor)) break;
    }
  }
  ts_tree_cursor_delete(&cursor);
  if (index != summary.nodes || errors != summary.errors || missing != summary.missing ||
      first_bad != summary.first_bad) {
    fail("comparing the counts with the cursor's", path);
  }
  return index;
}

static const TSLanguage *language_of(const char *name, int *grammar) {
  for (int i = 0; i < SX_GRAMMAR_COUNT; i++) {
    if (strcmp(SX_GRAMMARS[i].name, name) == 0) {
      *grammar = i;
      return SX_GRAMMARS[i].language();
    }
  }
  fail("choosing a grammar, unknown", name);
}

/* Tree-sitter as it comes, with its cursor; compares the walks when asked to. */
static uint64_t run_plain(const source_list *list, const TSLanguage *language, bool compare,
                          double *parsing, double *walking) {
  workbench bench = {.parser = need(ts_parser_new())};
  if (!ts_parser_set_language(bench.parser, language)) fail("loading a grammar", "wrong version");
  uint64_t nodes = 0, checksum = 0;
  for (size_t i = 0; i < list->count; i++) {
    const source_file *file = &list->files[i];
    double start = seconds();
    TSTree *tree = ts_parser_parse_string(bench.parser, NULL, file->bytes, file->length);
    if (tree == NULL) fail("parsing", file->path);
    double parsed = seconds();
    nodes += compare ? check(&bench, tree, file->path) : walk(tree, &checksum);
    double walked = seconds();
    ts_tree_delete(tree);
    *parsing += parsed - start + (seconds() - walked);
    *walking += walked - parsed;
  }
  /* Printed where nobody looks, so that the walk cannot be optimised away. */
  if (checksum == 1) puts("");
  free(bench.flat);
  sx_walk_stack_free(&bench.stack);
  ts_parser_delete(bench.parser);
  return nodes;
}

static uint64_t run_ours(const source_list *list, int grammar, double *parsing, double *walking) {
  sx_arena_install();
  sx_session *session = need(sx_session_new());
  int32_t *flat = NULL;
  uint32_t room = 0;
  uint64_t nodes = 0;
  for (size_t i = 0; i < list->count; i++) {
    const source_file *file = &list->files[i];
    double start = seconds();
    memcpy(need(sx_session_source(session, file->length)), file->bytes, file->length);
    int code = sx_session_parse(session, grammar, file->length, 10 * 1000 * 1000, 1u << 30);
    double parsed = seconds();
    if (code != SX_OK) {
      fprintf(stderr, "raw-parse: %s: code %d after %.3f s\n", file->path, code, parsed - start);
      continue;
    }
    if (sx_session_nodes(session) > room) {
      room = sx_session_nodes(session) * 2;
      flat = need(realloc(flat, (size_t)room * SX_STRIDE * sizeof(int32_t)));
    }
    sx_summary summary;
    if (sx_session_flatten(session, flat, room, &summary) != SX_OK) fail("walking", file->path);
    nodes += summary.nodes;
    sx_session_drop(session);
    *parsing += parsed - start;
    *walking += seconds() - parsed;
  }
  free(flat);
  sx_session_free(session);
  return nodes;
}

int main(int argc, char **argv) {
  bool ours = argc == 4 && strcmp(argv[1], "--ours") == 0;
  bool compare = argc == 4 && strcmp(argv[1], "--check") == 0;
  if (argc != 3 && !ours && !compare) {
    fprintf(stderr, "usage: raw-parse [--ours | --check] GRAMMAR LIST\n");
    return 2;
  }
  int grammar = 0;
  const TSLanguage *language = language_of(argv[argc - 2], &grammar);
  source_list list = read_list(argv[argc - 1]);
  uint64_t bytes = 0, lines = 0;
  for (size_t i = 0; i < list.count; i++) {
    const source_file *file = &list.files[i];
    bytes += file->length;
    for (uint32_t at = 0; at < file->length; at++) lines += file->bytes[at] == '\n';
  }
  double parsing = 0, walking = 0;
  uint64_t nodes = ours ? run_ours(&list, grammar, &parsing, &walking)
                        : run_plain(&list, language, compare, &parsing, &walking);
  printf("files %zu\nbytes %llu\nlines %llu\nnodes %llu\nparse %.3f s\nwalk %.3f s\n", list.count,
         (unsigned long long)bytes, (unsigned long long)lines, (unsigned long long)nodes, parsing,
         walking);
  for (size_t i = 0; i < list.count; i++) {
    free(list.files[i].path);
    free(list.files[i].bytes);
  }
  free(list.files);
  return 0;
}
