#!/bin/sh
# Builds the grammar library and raw-parse: build.sh WORK_DIR OUT_DIR
#
# OUT_DIR gets libsextant-syntax.so and libsextant-syntax.sha256 ("<sha256> <bytes>"). WORK_DIR keeps the sources, the
# objects and raw-parse. Nothing is done while the inputs are the same; a change of our own C files compiles only those.
# Linux is what is built and tested. (macOS would want -dynamiclib, a .dylib name and an exported-symbols list.)
set -eu

here=$(cd "$(dirname "$0")" && pwd)
CC=${CC:-cc}
LIBRARY=libsextant-syntax.so
MODULE_FLAGS='-std=c11 -O3 -fPIC -fvisibility=hidden -DNDEBUG -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -DTREE_SITTER_REUSE_ALLOCATOR'
GRAMMARS='java typescript tsx javascript python go c cpp rust'
OUR_SOURCES='sextant_syntax.c session.c arena.c flatten.c raw_parse.c session.h arena.h flatten.h grammars.h exports.map'

# The folder of a grammar's src/ under node_modules.
grammar_folder() {
  case $1 in
    typescript | tsx) printf '%s\n' "tree-sitter-typescript/$1" ;;
    *) printf '%s\n' "tree-sitter-$1" ;;
  esac
}

[ $# -eq 2 ] || { echo "usage: build.sh WORK_DIR OUT_DIR" >&2; exit 2; }
mkdir -p "$1" "$2"
work=$(cd "$1" && pwd)
out=$(cd "$2" && pwd)

die() { printf 'sextant: cannot build the grammar library: %s\n' "$1" >&2; exit 69; }

digest() {
  if command -v sha256sum >/dev/null 2>&1; then sha256sum "$@"; else shasum -a 256 "$@"; fi
}
text_digest() { digest | cut -c 1-64; }

command -v "$CC" >/dev/null 2>&1 || die "no C compiler '$CC': install one (Debian: apt-get install gcc libc6-dev) or set CC"
compiler=$("$CC" --version 2>/dev/null | head -n 1)
jdk=${JAVA_HOME:-}

grammar_key=$( { digest <"$here/package-lock.json"; printf '%s\n' "$compiler" "$MODULE_FLAGS"; } | text_digest | cut -c 1-16)
stamp=$( { cd "$here"; digest package.json package-lock.json build.sh $OUR_SOURCES; printf '%s\n' "$compiler" "$MODULE_FLAGS" "$jdk"; } | text_digest)

if [ -r "$work/stamp" ] && [ "$(cat "$work/stamp")" = "$stamp" ] \
  && [ -r "$out/$LIBRARY" ] && [ -r "$out/libsextant-syntax.sha256" ] && [ -x "$work/raw-parse" ]; then
  exit 0
fi
rm -f "$work/stamp"

# ---- what the build needs -----------------------------------------------------------------------
command -v npm >/dev/null 2>&1 || die "npm is missing: install it (Debian: apt-get install npm)"
[ -n "$jdk" ] || die "JAVA_HOME is not set: build with ./mvnw, or point it at a JDK 25"
[ -r "$jdk/include/jni.h" ] || die "no include/jni.h under JAVA_HOME ($jdk): install a JDK 25 with its headers (Debian: apt-get install openjdk-25-jdk-headless, or Temurin's temurin-25-jdk)"
jni_platform=linux
[ -d "$jdk/include/linux" ] || jni_platform=$(basename "$(dirname "$(find "$jdk/include" -name jni_md.h | head -n 1)")")

# ---- sources ------------------------------------------------------------------------------------
modules=$work/node_modules
lock=$(digest <"$here/package-lock.json")
if [ ! -r "$work/installed" ] || [ "$(cat "$work/installed")" != "$lock" ]; then
  rm -f "$work/installed"
  cp "$here/package.json" "$here/package-lock.json" "$work/"
  if ! (cd "$work" && npm ci --ignore-scripts --legacy-peer-deps --no-audit --no-fund) >"$work/npm.log" 2>&1; then
    cat "$work/npm.log" >&2
    die "npm could not install the grammar sources (its output is above)"
  fi
  printf '%s\n' "$lock" >"$work/installed"
fi
core=$modules/tree-sitter/vendor/tree-sitter/lib
[ -r "$core/src/lib.c" ] || die "$core has no src/lib.c: delete $work and build again"

# ---- grammars and core ---------------------------------------------------------------------------
# An object's name carries what it was made from, so an object that exists is the right one.
objects=$work/objects
claims=$work/claims
rm -rf "$claims"
mkdir -p "$objects" "$claims"

# compile OBJECT SOURCE FLAGS...
compile() {
  object=$1
  source=$2
  shift 2
  # shellcheck disable=SC2086
  "$CC" $MODULE_FLAGS "$@" -c "$source" -o "$object.part" && mv "$object.part" "$object"
}

# Compiles what is missing of one module. Each module is done by the worker that makes its claim folder first.
# Third-party code: its warnings are not ours to mend.
compile_module() { # name source include
  object=$objects/$1-$grammar_key.o
  [ ! -r "$object" ] || return 0
  mkdir "$claims/$1" 2>/dev/null || return 0
  compile "$object" "$2" -w -I "$3"
}
compile_modules() {
  for grammar in $GRAMMARS; do
    folder=$modules/$(grammar_folder "$grammar")/src
    compile_module "$grammar-parser" "$folder/parser.c" "$folder" || return 1
    [ ! -r "$folder/scanner.c" ] || compile_module "$grammar-scanner" "$folder/scanner.c" "$folder" || return 1
  done
  compile_module core "$core/src/lib.c" "$core/include"
}
compile_modules &
other=$!
failed=
compile_modules || failed=yes
wait "$other" || failed=yes
[ -z "$failed" ] || die "the compiler failed on a grammar or the core (its output is above)"
set --
for object in "$objects"/*.o; do
  case $object in
    */own-*) ;;
    *-"$grammar_key".o) set -- "$@" "$object" ;;
    *) rm -f "$object" ;;
  esac
done

# ---- our own files, the library, raw-parse --------------------------------------------------------
for name in sextant_syntax session arena flatten raw_parse; do
  compile "$objects/own-$name.o" "$here/$name.c" -Wall -Wextra -I "$core/include" -I "$core/src" \
    -I "$jdk/include" -I "$jdk/include/$jni_platform" || die "the compiler failed on $name.c (its output is above)"
done
"$CC" -shared -s -Wl,--version-script="$here/exports.map" -Wl,-z,relro -Wl,-z,now -o "$work/$LIBRARY" \
  "$objects/own-sextant_syntax.o" "$objects/own-session.o" "$objects/own-arena.o" "$objects/own-flatten.o" "$@" || die "the linker failed (its output is above)"
"$CC" -o "$work/raw-parse" "$objects/own-raw_parse.o" "$objects/own-session.o" "$objects/own-arena.o" "$objects/own-flatten.o" "$@" || die "the linker failed (its output is above)"

# Renamed into place: a running process may have the old file mapped.
cp "$work/$LIBRARY" "$out/$LIBRARY.part"
mv "$out/$LIBRARY.part" "$out/$LIBRARY"
printf '%s %s\n' "$(text_digest <"$work/$LIBRARY")" "$(wc -c <"$work/$LIBRARY" | tr -d ' ')" >"$out/libsextant-syntax.sha256"
printf '%s\n' "$stamp" >"$work/stamp"
