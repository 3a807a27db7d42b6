#include "arena.h"

#include <stdlib.h>
#include <string.h>

#include <tree_sitter/api.h>

enum {
  CHUNK_BYTES = 1024 * 1024,
  KEPT_CHUNKS = 8,
  GRANULE = 16,
  SMALL_BYTES = (SX_SMALL_CLASSES - 1) * GRANULE,
  ALLOCATIONS_A_CHECK = 512
};

struct sx_chunk {
  sx_chunk *next;
  size_t bytes; /* of the whole chunk */
};

/*
 * A block is its size, then what the caller uses. Sizes include the header: multiples of 16 up to
 * SMALL_BYTES, powers of two beyond. Chunks are laid out so that what the caller uses is aligned
 * to 16 bytes.
 */
struct sx_block {
  size_t bytes;
  sx_block *next; /* in a free list only */
};

enum { HEADER = sizeof(size_t), CHUNK_HEADER = sizeof(sx_chunk) + GRANULE - HEADER };

#if defined(__GLIBC__)
/* Small enough for the space that glibc keeps for libraries loaded late; saves a call a read. */
#define SX_THREAD_LOCAL __thread __attribute__((tls_model("initial-exec")))
#else
#define SX_THREAD_LOCAL __thread
#endif

static SX_THREAD_LOCAL sx_arena *current;

static _Noreturn void leave(sx_arena *arena, int why) { longjmp(arena->leave, why); }

bool sx_arena_is_late(const sx_arena *arena) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec != arena->deadline.tv_sec ? now.tv_sec > arena->deadline.tv_sec
                                              : now.tv_nsec >= arena->deadline.tv_nsec;
}

static sx_chunk *take_chunk(sx_arena *arena, size_t bytes) {
  if (bytes > arena->limit || arena->held > arena->limit - bytes) leave(arena, SX_LEFT_LARGE);
  sx_chunk *chunk = NULL;
  if (bytes == CHUNK_BYTES && arena->spare != NULL) {
    chunk = arena->spare;
    arena->spare = chunk->next;
  } else {
    chunk = malloc(bytes);
    if (chunk == NULL) leave(arena, SX_LEFT_NO_MEMORY);
    chunk->bytes = bytes;
  }
  arena->held += bytes;
  return chunk;
}

/* A block that does not fit the current chunk. Large ones get a chunk of their own. */
static sx_block *block_of_new_chunk(sx_arena *arena, size_t bytes) {
  if (sx_arena_is_late(arena)) leave(arena, SX_LEFT_LATE);
  if (bytes > CHUNK_BYTES / 8) {
    sx_chunk *chunk = take_chunk(arena, bytes + CHUNK_HEADER);
    /* Behind the chunk that is being filled, which stays the first. */
    if (arena->used == NULL) {
      chunk->next = NULL;
      arena->used = chunk;
    } else {
      chunk->next = arena->used->next;
      arena->used->next = chunk;
    }
    return (sx_block *)((char *)chunk + CHUNK_HEADER);
  }
  sx_chunk *chunk = take_chunk(arena, CHUNK_BYTES);
  chunk->next = arena->used;
  arena->used = chunk;
  sx_block *block = (sx_block *)((char *)chunk + CHUNK_HEADER);
  arena->at = (char *)block + bytes;
  arena->end = (char *)chunk + CHUNK_BYTES;
  return block;
}

static inline size_t block_bytes(sx_arena *arena, size_t wanted) {
  if (wanted <= SMALL_BYTES - HEADER) {
    return (wanted + HEADER + GRANULE - 1) & ~(size_t)(GRANULE - 1);
  }
  if (wanted > arena->limit) leave(arena, SX_LEFT_LARGE);
  return (size_t)1 << (64 - __builtin_clzll((unsigned long long)(wanted + HEADER - 1)));
}

static inline unsigned class_of(size_t bytes) {
  return bytes <= SMALL_BYTES
             ? (unsigned)(bytes / GRANULE)
             : SX_SMALL_CLASSES + (63 - (unsigned)__builtin_clzll((unsigned long long)bytes));
}

static void *take(size_t wanted) {
  sx_arena *arena = current;
  size_t bytes = block_bytes(arena, wanted);
  unsigned class = class_of(bytes);
  if (--arena->until_check == 0) {
    arena->until_check = ALLOCATIONS_A_CHECK;
    if (sx_arena_is_late(arena)) leave(arena, SX_LEFT_LATE);
  }
  sx_block *block = arena->free[class];
  if (block != NULL) {
    arena->free[class] = block->next;
    return (char *)block + HEADER;
  }
  if ((size_t)(arena->end - arena->at) >= bytes) {
    block = (sx_block *)arena->at;
    arena->at += bytes;
  } else {
    block = block_of_new_chunk(arena, bytes);
  }
  block->bytes = bytes;
  return (char *)block + HEADER;
}

static void *take_zeroed(size_t count, size_t each) {
  if (each != 0 && count > SIZE_MAX / 2 / each) leave(current, SX_LEFT_LARGE);
  return memset(take(count * each), 0, count * each);
}

static void give(void *memory) {
  if (memory == NULL) return;
  sx_block *block = (sx_block *)((char *)memory - HEADER);
  sx_arena *arena = current;
  if ((char *)block + block->bytes == arena->at) {
    arena->at = (char *)block;
    return;
  }
  unsigned class = class_of(block->bytes);
  block->next = arena->free[class];
  arena->free[class] = block;
}

static void *retake(void *memory, size_t wanted) {
  if (memory == NULL) return take(wanted);
  sx_block *block = (sx_block *)((char *)memory - HEADER);
  if (wanted <= block->bytes - HEADER) return memory;
  sx_arena *arena = current;
  size_t bytes = block_bytes(arena, wanted);
  if ((char *)block + block->bytes == arena->at && (size_t)(arena->end - (char *)block) >= bytes) {
    block->bytes = bytes;
    arena->at = (char *)block + bytes;
    return memory;
  }
  void *moved = take(wanted);
  memcpy(moved, memory, block->bytes - HEADER);
  give(memory);
  return moved;
}

void sx_arena_install(void) { ts_set_allocator(take, take_zeroed, retake, give); }

void sx_arena_use(sx_arena *arena, size_t limit, int64_t budget_micros) {
  clock_gettime(CLOCK_MONOTONIC, &arena->deadline);
  arena->deadline.tv_sec += (time_t)(budget_micros / 1000000);
  arena->deadline.tv_nsec += (long)(budget_micros % 1000000) * 1000;
  if (arena->deadline.tv_nsec >= 1000000000L) {
    arena->deadline.tv_sec += 1;
    arena->deadline.tv_nsec -= 1000000000L;
  }
  arena->limit = limit;
  arena->until_check = ALLOCATIONS_A_CHECK;
  current = arena;
}

void sx_arena_rest(void) { current = NULL; }

void sx_arena_reset(sx_arena *arena) {
  size_t spare = 0;
  for (sx_chunk *chunk = arena->spare; chunk != NULL; chunk = chunk->next) spare++;
  while (arena->used != NULL) {
    sx_chunk *chunk = arena->used;
    arena->used = chunk->next;
    if (chunk->bytes == CHUNK_BYTES && spare < KEPT_CHUNKS) {
      chunk->next = arena->spare;
      arena->spare = chunk;
      spare++;
    } else {
      free(chunk);
    }
  }
  arena->at = NULL;
  arena->end = NULL;
  arena->held = 0;
  memset(arena->free, 0, sizeof arena->free);
}

void sx_arena_free(sx_arena *arena) {
  sx_arena_reset(arena);
  while (arena->spare != NULL) {
    sx_chunk *chunk = arena->spare;
    arena->spare = chunk->next;
    free(chunk);
  }
}
