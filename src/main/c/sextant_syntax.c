/*
 * The native methods of dev.sextant.syntax.NativeSyntax.
 *
 * A handle is a session and belongs to one Java SyntaxParser. No Java class is looked up by name
 * here: a native image needs no configuration for it.
 */
#include <jni.h>

#include "arena.h"
#include "grammars.h"
#include "session.h"

enum { SUMMARY_INTS = 4 };

JNIEXPORT jint JNICALL JNI_OnLoad(JavaVM *vm, void *reserved) {
  (void)vm;
  (void)reserved;
  sx_arena_install();
  return JNI_VERSION_1_8;
}

static sx_session *session_of(jlong handle) { return (sx_session *)(intptr_t)handle; }

/*
 * Writes the session's tree into the Java array in place. The array is locked during the walk
 * alone, a few milliseconds for a large file. The tree is kept only when it did not fit.
 */
static jint write_tree(JNIEnv *env, sx_session *session, jintArray nodes, jintArray summary) {
  uint32_t room = (uint32_t)(*env)->GetArrayLength(env, nodes) / SX_STRIDE;
  sx_summary found = {.nodes = sx_session_nodes(session)};
  jint code = SX_GROW;
  if (found.nodes <= room) {
    jint *out = (*env)->GetPrimitiveArrayCritical(env, nodes, NULL);
    if (out == NULL) {
      code = SX_NO_MEMORY;
    } else {
      code = sx_session_flatten(session, out, room, &found);
      (*env)->ReleasePrimitiveArrayCritical(env, nodes, out, 0);
    }
  }
  if (code != SX_GROW) sx_session_drop(session);
  jint ints[SUMMARY_INTS] = {(jint)found.nodes, (jint)found.errors, (jint)found.missing,
                             found.first_bad};
  (*env)->SetIntArrayRegion(env, summary, 0, SUMMARY_INTS, ints);
  return code;
}

JNIEXPORT jlong JNICALL Java_dev_sextant_syntax_NativeSyntax_open(JNIEnv *env, jclass type) {
  (void)env;
  (void)type;
  return (jlong)(intptr_t)sx_session_new();
}

JNIEXPORT void JNICALL Java_dev_sextant_syntax_NativeSyntax_close(JNIEnv *env, jclass type,
                                                                   jlong handle) {
  (void)env;
  (void)type;
  sx_session_free(session_of(handle));
}

JNIEXPORT jint JNICALL Java_dev_sextant_syntax_NativeSyntax_parse(
    JNIEnv *env, jclass type, jlong handle, jint grammar, jbyteArray source, jint length,
    jlong budget_micros, jlong limit_bytes, jintArray nodes, jintArray summary) {
  (void)type;
  sx_session *session = session_of(handle);
  if (session == NULL || source == NULL || nodes == NULL || summary == NULL || length < 0 ||
      length > (*env)->GetArrayLength(env, source) || limit_bytes < 0 ||
      (*env)->GetArrayLength(env, summary) < SUMMARY_INTS) {
    return SX_BAD_ARGUMENT;
  }
  /* A copy: a parse may take long, and the collector must not wait for it. */
  char *copy = sx_session_source(session, (uint32_t)length);
  if (copy == NULL) return SX_NO_MEMORY;
  (*env)->GetByteArrayRegion(env, source, 0, length, (jbyte *)copy);
  int code =
      sx_session_parse(session, grammar, (uint32_t)length, budget_micros, (uint64_t)limit_bytes);
  return code == SX_OK ? write_tree(env, session, nodes, summary) : code;
}

JNIEXPORT jint JNICALL Java_dev_sextant_syntax_NativeSyntax_flatten(JNIEnv *env, jclass type,
                                                                     jlong handle, jintArray nodes,
                                                                     jintArray summary) {
  (void)type;
  sx_session *session = session_of(handle);
  if (session == NULL || nodes == NULL || summary == NULL ||
      (*env)->GetArrayLength(env, summary) < SUMMARY_INTS) {
    return SX_BAD_ARGUMENT;
  }
  if (sx_session_nodes(session) == 0) return SX_NO_TREE;
  return write_tree(env, session, nodes, summary);
}

JNIEXPORT void JNICALL Java_dev_sextant_syntax_NativeSyntax_drop(JNIEnv *env, jclass type,
                                                                  jlong handle) {
  (void)env;
  (void)type;
  if (handle != 0) sx_session_drop(session_of(handle));
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
