/*
 * Walks the parser's own tree instead of a TSTreeCursor. A cursor finds each next node by way of
 * its parent's tables and finds each field by climbing; a walk that goes over the whole tree once
 * can carry both along. The result is the cursor's, node for node: `raw-parse --check` compares.
 *
 * The parser stores every grammar symbol, also the hidden ones that no node of the public tree
 * shows. A hidden one is walked through: its children count as children of the node above, and
 * the field it has there is theirs.
 */
#include "flatten.h"

#include <stdbool.h>
#include <stdlib.h>

#include "language.h"
#include "subtree.h"
#include "tree.h"

enum { NO_NODE = UINT32_MAX, FIRST_CAPACITY = 256 };

typedef struct {
  const Subtree *next; /* child to visit next */
  const Subtree *end;
  const TSSymbol *aliases; /* by structural index of the child, or NULL */
  const TSFieldMapEntry *fields;
  const TSFieldMapEntry *fields_end;
  uint32_t node;       /* index of the node this frame closes, NO_NODE when it is hidden */
  uint32_t structural; /* structural index of the next child: extras are not counted */
  TSFieldId field;     /* what children without a field of their own inherit */
} frame;

static bool grow(sx_walk_stack *stack) {
  size_t capacity = stack->capacity == 0 ? FIRST_CAPACITY : stack->capacity * 2;
  void *frames = realloc(stack->frames, capacity * sizeof(frame));
  if (frames == NULL) return false;
  stack->frames = frames;
  stack->capacity = capacity;
  return true;
}

void sx_walk_stack_free(sx_walk_stack *stack) {
  free(stack->frames);
  stack->frames = NULL;
  stack->capacity = 0;
}

static inline void enter(frame *into, const TSLanguage *language, Subtree subtree, uint32_t node,
                         TSFieldId field) {
  uint32_t production = subtree.ptr->production_id;
  into->next = ts_subtree_children(subtree);
  into->end = into->next + subtree.ptr->child_count;
  into->aliases = ts_language_alias_sequence(language, production);
  ts_language_field_map(language, production, &into->fields, &into->fields_end);
  into->node = node;
  into->structural = 0;
  into->field = field;
}

static inline TSFieldId field_of(const frame *parent) {
  for (const TSFieldMapEntry *entry = parent->fields; entry < parent->fields_end; entry++) {
    if (!entry->inherited && entry->child_index == parent->structural) return entry->field_id;
  }
  return parent->field;
}

int sx_flatten(const TSTree *tree, int32_t *out, uint32_t room, sx_summary *summary,
               sx_walk_stack *stack) {
  const TSLanguage *language = tree->language;
  const TSSymbol *public_symbols = language->public_symbol_map;
  uint32_t count = 0, errors = 0, missing = 0;
  int64_t first_bad = -1;
  uint32_t byte = 0, row = 0;

  if (stack->capacity == 0 && !grow(stack)) return -1;
  frame *frames = stack->frames;
  size_t depth = 0;

  Subtree current = tree->root;
  bool visible = true;
  TSSymbol alias = 0;
  TSFieldId field = 0;
  for (;;) {
    Length padding = ts_subtree_padding(current);
    Length size = ts_subtree_size(current);
    uint32_t node = NO_NODE;
    if (visible) {
      node = count++;
      TSSymbol symbol = alias != 0 ? alias : ts_subtree_symbol(current);
      bool is_error = symbol == ts_builtin_sym_error;
      bool is_missing = ts_subtree_missing(current);
      if (is_error || is_missing) {
        errors += is_error;
        missing += is_missing;
        if (first_bad < 0) first_bad = byte + padding.bytes;
      }
      if (node < room) {
        int32_t *to = out + (size_t)node * SX_STRIDE;
        to[SX_SYMBOL] = is_error ? symbol : public_symbols[symbol];
        to[SX_FIELD] = field;
        to[SX_START] = (int32_t)(byte + padding.bytes);
        to[SX_END] = (int32_t)(byte + padding.bytes + size.bytes);
        to[SX_ROW] = (int32_t)(row + padding.extent.row);
        to[SX_AFTER] = (int32_t)count;
      }
    }

    if (ts_subtree_child_count(current) > 0 && ts_subtree_visible_child_count(current) > 0) {
      if (depth == stack->capacity) {
        if (!grow(stack)) return -1;
        frames = stack->frames;
      }
      enter(&frames[depth++], language, current, node, visible ? 0 : field);
    } else {
      byte += padding.bytes + size.bytes;
      row += padding.extent.row + size.extent.row;
    }

    while (depth > 0 && frames[depth - 1].next == frames[depth - 1].end) {
      uint32_t closed = frames[--depth].node;
      if (closed < room) out[(size_t)closed * SX_STRIDE + SX_AFTER] = (int32_t)count;
    }
    if (depth == 0) break;

    frame *parent = &frames[depth - 1];
    current = *parent->next++;
    visible = ts_subtree_visible(current);
    if (ts_subtree_extra(current)) {
      alias = 0;
      field = 0;
    } else {
      alias = parent->aliases != NULL ? parent->aliases[parent->structural] : 0;
      visible |= alias != 0;
      field = field_of(parent);
      parent->structural++;
    }
  }

  summary->nodes = count;
  summary->errors = errors;
  summary->missing = missing;
  summary->first_bad = (int32_t)first_bad;
  return 0;
}
