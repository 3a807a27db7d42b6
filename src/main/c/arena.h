/*
 * The memory of one parse: taken by bumping a pointer, given back all at once.
 *
 * Three things come of it. A parse costs no heap call a node and no walk to free its tree. It has
 * a hard limit of memory: some short texts make a parser of ambiguous grammars hold thousands of
 * versions of a deep stack, gigabytes in seconds. And it can be left from any allocation when that
 * limit or its deadline is passed, since nothing it holds needs to be released one by one; the
 * parser's own progress callback does not come while it copies such stacks.
 */
#ifndef SEXTANT_ARENA_H
#define SEXTANT_ARENA_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

enum { SX_SMALL_CLASSES = 65, SX_CLASSES = SX_SMALL_CLASSES + 64 };

/* Why a parse was left early: the value that setjmp returns. */
enum { SX_LEFT_LATE = 1, SX_LEFT_LARGE = 2, SX_LEFT_NO_MEMORY = 3 };

typedef struct sx_chunk sx_chunk;
typedef struct sx_block sx_block;

/* All zero at first. */
typedef struct {
  sx_chunk *used;  /* chunks of this parse; the first is being filled */
  sx_chunk *spare; /* chunks kept from parses before */
  char *at;        /* where the next block goes */
  char *end;
  sx_block *free[SX_CLASSES]; /* blocks given back, by size */
  size_t held;                /* bytes of the used chunks */
  size_t limit;
  uint32_t until_check; /* allocations until the clock is read again */
  struct timespec deadline;
  jmp_buf leave;
} sx_arena;

/* Makes tree-sitter allocate from the arena in use on its thread. Once for the process. */
void sx_arena_install(void);

/* Puts the arena in use on this thread. The caller has called setjmp on `leave`. */
void sx_arena_use(sx_arena *arena, size_t limit, int64_t budget_micros);

/* Ends the use; what was allocated stays until the reset. */
void sx_arena_rest(void);

/* Forgets all that was allocated, and keeps some of the memory for the next parse. */
void sx_arena_reset(sx_arena *arena);

/* Gives all memory back. */
void sx_arena_free(sx_arena *arena);

/* Whether the deadline has passed. */
bool sx_arena_is_late(const sx_arena *arena);

#endif
