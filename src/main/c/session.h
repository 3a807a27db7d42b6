/* A parser for all grammars with the memory it parses in; used by one thread at a time. */
#ifndef SEXTANT_SESSION_H
#define SEXTANT_SESSION_H

#include <stdint.h>

#include "flatten.h"

/* What the functions return. NativeSyntax.java has the same numbers. */
enum {
  SX_OK = 0,
  SX_GROW = 1, /* the node array is too small; the summary says how many nodes there are */
  SX_BUDGET_EXCEEDED = 2,
  SX_NO_MEMORY = 3,
  SX_BAD_ARGUMENT = 4,
  SX_BAD_GRAMMAR = 5, /* the core does not read this grammar's version */
  SX_GAVE_UP = 6,     /* the parser returned no tree although it had time left */
  SX_NO_TREE = 7,     /* there is no tree to flatten */
  SX_TOO_LARGE = 8    /* the parse needed more memory than it may have */
};

typedef struct sx_session sx_session;

/* A new session, NULL when memory ran out. */
sx_session *sx_session_new(void);

void sx_session_free(sx_session *session);

/* Room for a source of so many bytes, NULL when memory ran out. The session keeps it. */
char *sx_session_source(sx_session *session, uint32_t length);

/*
 * Parses the first `length` bytes of the session's source. On SX_OK the session holds the tree
 * until it is dropped or the next parse.
 */
int sx_session_parse(sx_session *session, int grammar, uint32_t length, int64_t budget_micros,
                     uint64_t limit_bytes);

/* How many nodes the tree has, 0 when there is none. */
uint32_t sx_session_nodes(const sx_session *session);

/* Writes the tree out as sx_flatten does, and returns SX_GROW when there was too little room. */
int sx_session_flatten(sx_session *session, int32_t *out, uint32_t room, sx_summary *summary);

/* Forgets the tree, if there is one. */
void sx_session_drop(sx_session *session);

#endif
