#!/bin/sh
# Indexes three modules of the JDK in use, beside one-thread raw tree-sitter parsing of the same files, in turn.
# usage: src/bench/jdk-index.sh [ROUNDS]      needs: unzip, a built checkout (./mvnw package)
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
rounds=${1:-3}
jdk=$(sh "$here/.mvn/find-jdk.sh")
tree=${SEXTANT_BENCH_TREE:-$here/target/bench/jdk}
if [ ! -d "$tree" ]; then
  mkdir -p "$tree"
  unzip -q "$jdk/lib/src.zip" 'java.base/*' 'java.desktop/*' 'jdk.compiler/*' -d "$tree"
fi
list=$here/target/bench/files
mkdir -p "$here/target/bench"
XDG_CACHE_HOME=$here/target/bench/cache && export XDG_CACHE_HOME
find "$tree" -name '*.java' -type f | sort >"$list"
round=1
while [ "$round" -le "$rounds" ]; do
  echo "== round $round: raw-parse, one thread"
  "$here/target/grammars/raw-parse" java "$list"
  rm -rf "$XDG_CACHE_HOME/sextant/facts"
  echo "== round $round: sextant index"
  "$here/sextant" index "$tree"
  echo "== round $round: sextant index, all facts in the cache"
  "$here/sextant" index "$tree"
  round=$((round + 1))
done
