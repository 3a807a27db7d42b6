#include "session.h"

#include <stdbool.h>
#include <stdlib.h>

#include "arena.h"
#include "grammars.h"

enum {
  FIRST_SOURCE_BYTES = 64 * 1024,
  /* A source buffer larger than this is not kept for the next file. */
  KEPT_SOURCE_BYTES = 4 * 1024 * 1024
};

struct sx_session {
  TSTree *tree; /* in the arena */
  char *source;
  uint32_t source_capacity;
  uint32_t source_length;
  bool late;
  sx_walk_stack stack;
  sx_arena arena;
};

sx_session *sx_session_new(void) { return calloc(1, sizeof(sx_session)); }

void sx_session_free(sx_session *self) {
  if (self == NULL) return;
  sx_arena_free(&self->arena);
  sx_walk_stack_free(&self->stack);
  free(self->source);
  free(self);
}

char *sx_session_source(sx_session *self, uint32_t length) {
  if (self->source != NULL && length <= self->source_capacity &&
      (self->source_capacity <= KEPT_SOURCE_BYTES || length > KEPT_SOURCE_BYTES)) {
    return self->source;
  }
  uint32_t capacity = length < FIRST_SOURCE_BYTES ? FIRST_SOURCE_BYTES : length + length / 4;
  if (capacity < length) capacity = length;
  free(self->source);
  self->source = malloc(capacity);
  self->source_capacity = self->source == NULL ? 0 : capacity;
  return self->source;
}

/* Called by the parser every hundred steps; true stops it. */
static bool stop_when_late(TSParseState *state) {
  sx_session *self = state->payload;
  self->late = sx_arena_is_late(&self->arena);
  return self->late;
}

static const char *read_source(void *payload, uint32_t byte, TSPoint point, uint32_t *length) {
  (void)point;
  const sx_session *self = payload;
  *length = byte < self->source_length ? self->source_length - byte : 0;
  return self->source + (*length == 0 ? 0 : byte);
}

/* The parser is made anew in the arena each time: that costs less than clearing up after one. */
static int parse_in_arena(sx_session *self, int grammar) {
  TSParser *parser = ts_parser_new();
  if (!ts_parser_set_language(parser, SX_GRAMMARS[grammar].language())) return SX_BAD_GRAMMAR;
  TSInput input = {.payload = self, .read = read_source, .encoding = TSInputEncodingUTF8};
  TSParseOptions options = {.payload = self, .progress_callback = stop_when_late};
  self->tree = ts_parser_parse_with_options(parser, NULL, input, options);
  if (self->tree != NULL) return SX_OK;
  return self->late ? SX_BUDGET_EXCEEDED : SX_GAVE_UP;
}

static int code_of(int left) {
  switch (left) {
    case SX_LEFT_LATE:
      return SX_BUDGET_EXCEEDED;
    case SX_LEFT_LARGE:
      return SX_TOO_LARGE;
    default:
      return SX_NO_MEMORY;
  }
}

int sx_session_parse(sx_session *self, int grammar, uint32_t length, int64_t budget_micros,
                     uint64_t limit_bytes) {
  if (grammar < 0 || grammar >= SX_GRAMMAR_COUNT || self->source == NULL ||
      length > self->source_capacity || budget_micros < 0) {
    return SX_BAD_ARGUMENT;
  }
  sx_session_drop(self);
  self->source_length = length;
  self->late = false;
  int left = setjmp(self->arena.leave);
  if (left != 0) {
    sx_arena_rest();
    self->tree = NULL;
    sx_arena_reset(&self->arena);
    return code_of(left);
  }
  sx_arena_use(&self->arena, limit_bytes > SIZE_MAX ? SIZE_MAX : (size_t)limit_bytes,
               budget_micros);
  int code = parse_in_arena(self, grammar);
  sx_arena_rest();
  if (code != SX_OK) sx_arena_reset(&self->arena);
  return code;
}

uint32_t sx_session_nodes(const sx_session *self) {
  return self->tree == NULL ? 0 : ts_node_descendant_count(ts_tree_root_node(self->tree));
}

int sx_session_flatten(sx_session *self, int32_t *out, uint32_t room, sx_summary *summary) {
  if (self->tree == NULL) return SX_NO_TREE;
  if (sx_flatten(self->tree, out, room, summary, &self->stack) != 0) return SX_NO_MEMORY;
  return summary->nodes > room ? SX_GROW : SX_OK;
}

void sx_session_drop(sx_session *self) {
  if (self->tree == NULL) return;
  self->tree = NULL;
  sx_arena_reset(&self->arena);
}
