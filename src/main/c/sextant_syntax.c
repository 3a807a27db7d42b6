/*
 * The native methods of dev.sextant.syntax.NativeSyntax.
 *
 * A session belongs to one Java SyntaxParser and is used by one thread at a time. It keeps a
 * parser for each grammar it has met and the buffers that files are copied and walked with, so
 * that parsing a file allocates nothing but its tree. No Java class is looked up by name here:
 * a native image needs no configuration for it.
 */
#include <jni.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "flatten.h"
#include "grammars.h"

/* What parse and flatten return. NativeSyntax.java has the same numbers. */
enum {
  SX_OK = 0,
  SX_GROW = 1,            /* the node array is too small; the summary says how many there are */
  SX_BUDGET_EXCEEDED = 2,
  SX_NO_MEMORY = 3,
  SX_BAD_ARGUMENT = 4,
  SX_BAD_GRAMMAR = 5,     /* the core does not read this grammar's version */
  SX_GAVE_UP = 6,         /* the parser returned no tree although it had time left */
  SX_NO_TREE = 7          /* flatten without a tree kept by parse */
};

enum {
  SUMMARY_INTS = 4,
  MICROS_PER_SECOND = 1000000,
  /* A source buffer that grew past this goes back after the parse. */
  KEPT_SOURCE_BYTES = 4 * 1024 * 1024
};

typedef struct {
  TSParser *parsers[SX_GRAMMAR_COUNT];
  TSTree *tree; /* kept from a parse whose nodes did not fit, until flatten */
  char *source;
  uint32_t source_capacity;
  uint32_t source_length;
  sx_walk_stack stack;
  struct timespec deadline;
  bool out_of_time;
} session;

static bool past(const struct timespec *deadline) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec != deadline->tv_sec ? now.tv_sec > deadline->tv_sec
                                        : now.tv_nsec >= deadline->tv_nsec;
}

static void set_deadline(session *self, int64_t micros) {
  clock_gettime(CLOCK_MONOTONIC, &self->deadline);
  self->deadline.tv_sec += (time_t)(micros / MICROS_PER_SECOND);
  self->deadline.tv_nsec += (long)(micros % MICROS_PER_SECOND) * 1000;
  if (self->deadline.tv_nsec >= 1000000000L) {
    self->deadline.tv_sec += 1;
    self->deadline.tv_nsec -= 1000000000L;
  }
  self->out_of_time = false;
}

/* Called by the parser every hundred steps; true stops it. */
static bool stop_when_late(TSParseState *state) {
  session *self = state->payload;
  self->out_of_time = past(&self->deadline);
  return self->out_of_time;
}

static const char *read_source(void *payload, uint32_t byte, TSPoint point, uint32_t *length) {
  (void)point;
  const session *self = payload;
  *length = byte < self->source_length ? self->source_length - byte : 0;
  return self->source + (*length == 0 ? 0 : byte);
}

/* Java holds a copy of the source: a parse may take long, and the collector must not wait for it. */
static int copy_source(JNIEnv *env, session *self, jbyteArray source, jint length) {
  if (self->source == NULL || (uint32_t)length > self->source_capacity) {
    uint32_t capacity = 64 * 1024;
    while (capacity < (uint32_t)length) capacity *= 2;
    char *grown = malloc(capacity);
    if (grown == NULL) return SX_NO_MEMORY;
    free(self->source);
    self->source = grown;
    self->source_capacity = capacity;
  }
  (*env)->GetByteArrayRegion(env, source, 0, length, (jbyte *)self->source);
  self->source_length = (uint32_t)length;
  return SX_OK;
}

static void drop_large_source(session *self) {
  if (self->source_capacity > KEPT_SOURCE_BYTES) {
    free(self->source);
    self->source = NULL;
    self->source_capacity = 0;
  }
}

static int parser_for(session *self, jint grammar, TSParser **found) {
  if (self->parsers[grammar] == NULL) {
    TSParser *parser = ts_parser_new();
    if (parser == NULL) return SX_NO_MEMORY;
    if (!ts_parser_set_language(parser, SX_GRAMMARS[grammar].language())) {
      ts_parser_delete(parser);
      return SX_BAD_GRAMMAR;
    }
    self->parsers[grammar] = parser;
  }
  *found = self->parsers[grammar];
  return SX_OK;
}

/* Writes the kept tree out; keeps it only when the array was too small. */
static int write_tree(JNIEnv *env, session *self, jintArray nodes, jintArray summary) {
  uint32_t needed = ts_node_descendant_count(ts_tree_root_node(self->tree));
  uint32_t room = (uint32_t)(*env)->GetArrayLength(env, nodes) / SX_STRIDE;
  sx_summary found = {.nodes = needed};
  int code = SX_OK;
  if (needed <= room) {
    jint *out = (*env)->GetPrimitiveArrayCritical(env, nodes, NULL);
    if (out == NULL) {
      code = SX_NO_MEMORY;
    } else {
      if (sx_flatten(self->tree, out, room, &found, &self->stack) != 0) code = SX_NO_MEMORY;
      (*env)->ReleasePrimitiveArrayCritical(env, nodes, out, 0);
    }
  }
  if (code == SX_OK && found.nodes > room) code = SX_GROW;
  if (code != SX_GROW) {
    ts_tree_delete(self->tree);
    self->tree = NULL;
  }
  jint ints[SUMMARY_INTS] = {(jint)found.nodes, (jint)found.errors, (jint)found.missing,
                             found.first_bad};
  (*env)->SetIntArrayRegion(env, summary, 0, SUMMARY_INTS, ints);
  return code;
}

JNIEXPORT jlong JNICALL Java_dev_sextant_syntax_NativeSyntax_open(JNIEnv *env, jclass type) {
  (void)env;
  (void)type;
  return (jlong)(intptr_t)calloc(1, sizeof(session));
}

JNIEXPORT void JNICALL Java_dev_sextant_syntax_NativeSyntax_close(JNIEnv *env, jclass type,
                                                                   jlong handle) {
  (void)env;
  (void)type;
  session *self = (session *)(intptr_t)handle;
  if (self == NULL) return;
  for (int i = 0; i < SX_GRAMMAR_COUNT; i++) ts_parser_delete(self->parsers[i]);
  ts_tree_delete(self->tree);
  free(self->source);
  sx_walk_stack_free(&self->stack);
  free(self);
}

JNIEXPORT jint JNICALL Java_dev_sextant_syntax_NativeSyntax_parse(
    JNIEnv *env, jclass type, jlong handle, jint grammar, jbyteArray source, jint length,
    jlong budget_micros, jintArray nodes, jintArray summary) {
  (void)type;
  session *self = (session *)(intptr_t)handle;
  if (self == NULL || source == NULL || nodes == NULL || summary == NULL || grammar < 0 ||
      grammar >= SX_GRAMMAR_COUNT || length < 0 || length > (*env)->GetArrayLength(env, source) ||
      budget_micros < 0 || (*env)->GetArrayLength(env, summary) < SUMMARY_INTS) {
    return SX_BAD_ARGUMENT;
  }
  TSParser *parser = NULL;
  int code = parser_for(self, grammar, &parser);
  if (code == SX_OK) code = copy_source(env, self, source, length);
  if (code != SX_OK) return code;

  ts_tree_delete(self->tree);
  set_deadline(self, budget_micros);
  TSInput input = {.payload = self, .read = read_source, .encoding = TSInputEncodingUTF8};
  TSParseOptions options = {.payload = self, .progress_callback = stop_when_late};
  self->tree = ts_parser_parse_with_options(parser, NULL, input, options);
  drop_large_source(self);
  if (self->tree == NULL) {
    ts_parser_reset(parser);
    return self->out_of_time ? SX_BUDGET_EXCEEDED : SX_GAVE_UP;
  }
  return write_tree(env, self, nodes, summary);
}

JNIEXPORT jint JNICALL Java_dev_sextant_syntax_NativeSyntax_flatten(JNIEnv *env, jclass type,
                                                                     jlong handle, jintArray nodes,
                                                                     jintArray summary) {
  (void)type;
  session *self = (session *)(intptr_t)handle;
  if (self == NULL || nodes == NULL || summary == NULL ||
      (*env)->GetArrayLength(env, summary) < SUMMARY_INTS) {
    return SX_BAD_ARGUMENT;
  }
  if (self->tree == NULL) return SX_NO_TREE;
  return write_tree(env, self, nodes, summary);
}

JNIEXPORT void JNICALL Java_dev_sextant_syntax_NativeSyntax_drop(JNIEnv *env, jclass type,
                                                                  jlong handle) {
  (void)env;
  (void)type;
  session *self = (session *)(intptr_t)handle;
  if (self == NULL) return;
  ts_tree_delete(self->tree);
  self->tree = NULL;
}

static const TSLanguage *language(jint grammar) {
  return grammar >= 0 && grammar < SX_GRAMMAR_COUNT ? SX_GRAMMARS[grammar].language() : NULL;
}

static jstring java_string(JNIEnv *env, const char *text) {
  return text == NULL ? NULL : (*env)->NewStringUTF(env, text);
}

JNIEXPORT jint JNICALL Java_dev_sextant_syntax_NativeSyntax_symbolCount(JNIEnv *env, jclass type,
                                                                         jint grammar) {
  (void)env;
  (void)type;
  const TSLanguage *of = language(grammar);
  return of == NULL ? -1 : (jint)ts_language_symbol_count(of);
}

JNIEXPORT jstring JNICALL Java_dev_sextant_syntax_NativeSyntax_symbolName(JNIEnv *env, jclass type,
                                                                           jint grammar,
                                                                           jint symbol) {
  (void)type;
  const TSLanguage *of = language(grammar);
  if (of == NULL || symbol < 0 || symbol > UINT16_MAX) return NULL;
  return java_string(env, ts_language_symbol_name(of, (TSSymbol)symbol));
}

/* 0 a named node, 1 a token written literally in the grammar, 2 and 3 never seen in a tree. */
JNIEXPORT jint JNICALL Java_dev_sextant_syntax_NativeSyntax_symbolType(JNIEnv *env, jclass type,
                                                                        jint grammar, jint symbol) {
  (void)env;
  (void)type;
  const TSLanguage *of = language(grammar);
  if (of == NULL || symbol < 0 || (uint32_t)symbol >= ts_language_symbol_count(of)) return -1;
  return (jint)ts_language_symbol_type(of, (TSSymbol)symbol);
}

JNIEXPORT jint JNICALL Java_dev_sextant_syntax_NativeSyntax_fieldCount(JNIEnv *env, jclass type,
                                                                        jint grammar) {
  (void)env;
  (void)type;
  const TSLanguage *of = language(grammar);
  return of == NULL ? -1 : (jint)ts_language_field_count(of);
}

JNIEXPORT jstring JNICALL Java_dev_sextant_syntax_NativeSyntax_fieldName(JNIEnv *env, jclass type,
                                                                          jint grammar,
                                                                          jint field) {
  (void)type;
  const TSLanguage *of = language(grammar);
  if (of == NULL || field < 0 || field > UINT16_MAX) return NULL;
  return java_string(env, ts_language_field_name_for_id(of, (TSFieldId)field));
}
