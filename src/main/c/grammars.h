/* The grammars linked into the library, in the order of dev.sextant.syntax.Grammar's codes. */
#ifndef SEXTANT_GRAMMARS_H
#define SEXTANT_GRAMMARS_H

#include <tree_sitter/api.h>

const TSLanguage *tree_sitter_java(void);
const TSLanguage *tree_sitter_typescript(void);
const TSLanguage *tree_sitter_tsx(void);
const TSLanguage *tree_sitter_javascript(void);
const TSLanguage *tree_sitter_python(void);
const TSLanguage *tree_sitter_go(void);
const TSLanguage *tree_sitter_c(void);
const TSLanguage *tree_sitter_cpp(void);
const TSLanguage *tree_sitter_rust(void);

enum { SX_GRAMMAR_COUNT = 9 };

typedef struct {
  const char *name;
  const TSLanguage *(*language)(void);
} sx_grammar;

static const sx_grammar SX_GRAMMARS[SX_GRAMMAR_COUNT] = {
    {"java", tree_sitter_java},     {"typescript", tree_sitter_typescript},
    {"tsx", tree_sitter_tsx},       {"javascript", tree_sitter_javascript},
    {"python", tree_sitter_python}, {"go", tree_sitter_go},
    {"c", tree_sitter_c},           {"cpp", tree_sitter_cpp},
    {"rust", tree_sitter_rust},
};

#endif
