#!/bin/sh
# Prints the home of a JDK 25 or newer: JAVA_HOME, else `java` on the PATH, else the usual system folders.
major() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$version" ] && [ "$version" -ge 25 ]
}
use() { if major "$1"; then printf '%s\n' "$1"; exit 0; fi; }

[ -n "${JAVA_HOME:-}" ] && use "$JAVA_HOME"
if on_path=$(command -v java 2>/dev/null); then
  real=$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")
  use "$(dirname "$(dirname "$real")")"
fi
for home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/*; do
  use "$home"
done
echo "sextant: no JDK 25 or newer found: install one (for example Temurin 25) or point JAVA_HOME at it" >&2
exit 69
