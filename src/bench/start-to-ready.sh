#!/usr/bin/env bash
# Measures a start: from exec to the first 200 of /q/health/ready, then the resident memory of the idle process.
#
#   RUNS=5 PORT=7433 IDLE=5 src/bench/start-to-ready.sh COMMAND [ARGUMENT...]
#
# COMMAND has to listen on PORT of the loopback and to be the service itself, not a shell that starts it. It is run RUNS
# times, each time ended by SIGTERM. IDLE is the wait, in seconds, before memory is read. Linux and bash 5 only; nothing
# is started to ask for the answer, so a try costs well under a millisecond.
set -euo pipefail

RUNS=${RUNS:-5}
PORT=${PORT:-7433}
IDLE=${IDLE:-5}
PATIENCE_SECONDS=60

[ $# -gt 0 ] || { echo "usage: start-to-ready.sh COMMAND [ARGUMENT...]" >&2; exit 2; }

micros() { printf '%s' "${EPOCHREALTIME/[.,]/}"; }

# A wait without a process: nothing is ever written into this pipe.
exec {never}<> <(:)
pause() { read -r -t 0.001 -u "$never" _ || true; }

ready() {
  local status=
  { exec {socket}<>"/dev/tcp/127.0.0.1/$PORT"; } 2>/dev/null || return 1
  printf 'GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&"$socket" || true
  read -r -t 5 -u "$socket" status || true
  exec {socket}>&-
  [[ $status == *' 200 '* ]]
}

median() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }

if ready; then
  echo "start-to-ready: something already answers on port $PORT: stop it or set PORT" >&2
  exit 1
fi

log=$(mktemp)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -f "$log"' EXIT
times=()
memory=()
for ((run = 1; run <= RUNS; run++)); do
  start=$(micros)
  "$@" >"$log" 2>&1 &
  pid=$!
  until ready; do
    if ! kill -0 "$pid" 2>/dev/null || (($(micros) - start > PATIENCE_SECONDS * 1000000)); then
      cat "$log" >&2
      echo "start-to-ready: the service did not get ready" >&2
      exit 1
    fi
    pause
  done
  elapsed=$(($(micros) - start))
  sleep "$IDLE"
  resident=$(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\) kB$/\1/p' "/proc/$pid/status")
  kill "$pid"
  wait "$pid" || true
  pid=
  times+=("$elapsed")
  memory+=("$resident")
  printf 'run %d: %d.%03d ms to ready, %d KiB resident\n' "$run" $((elapsed / 1000)) $((elapsed % 1000)) "$resident"
done
middle=$(median "${times[@]}")
printf 'median: %d.%03d ms to ready, %d KiB resident\n' $((middle / 1000)) $((middle % 1000)) "$(median "${memory[@]}")"
