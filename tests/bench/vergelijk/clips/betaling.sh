#!/bin/sh
# The payment clause in CLIPS.   betaling.sh EVENTS UIT DAYNUMBER RATES, the first and last as made by omzetten.py
set -eu
here=$(dirname "$0")
run=$(mktemp)
trap 'rm -f "$run"' EXIT
printf '(evaluate "%s" "%s" %s "%s")\n(exit)\n' "$1" "$2" "$3" "$4" > "$run"
clips -l "$here/betaling.clp" -f2 "$run" < /dev/null
