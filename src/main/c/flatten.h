/* A syntax tree written out as one flat array of ints, in pre-order. */
#ifndef SEXTANT_FLATTEN_H
#define SEXTANT_FLATTEN_H

#include <stddef.h>
#include <stdint.h>

#include <tree_sitter/api.h>

/* Ints of one node. SyntaxTree.java reads this layout. */
enum {
  SX_SYMBOL = 0,    /* ts_node_symbol: aliases resolved, 65535 for ERROR */
  SX_FIELD = 1,     /* field of the node in its parent, 0 for none */
  SX_START = 2,     /* first byte */
  SX_END = 3,       /* byte past the last */
  SX_ROW = 4,       /* line of the first byte, from 0 */
  SX_AFTER = 5,     /* index of the node past this one's subtree */
  SX_STRIDE = 6
};

typedef struct {
  uint32_t nodes;    /* nodes in the tree, whether or not they fitted */
  uint32_t errors;   /* ERROR nodes */
  uint32_t missing;  /* nodes the parser invented to go on */
  int32_t first_bad; /* start of the first ERROR or missing node, -1 for none */
} sx_summary;

/* Memory the walk keeps from one tree to the next. All zero at first. */
typedef struct {
  void *frames;
  size_t capacity;
} sx_walk_stack;

/*
 * Writes the nodes of `tree` to `out`, which has room for `room` of them. Nodes past that are
 * counted and not written. Returns 0, or -1 when memory ran out.
 */
int sx_flatten(const TSTree *tree, int32_t *out, uint32_t room, sx_summary *summary,
               sx_walk_stack *stack);

/* Gives the memory of the walk back. */
void sx_walk_stack_free(sx_walk_stack *stack);

#endif
