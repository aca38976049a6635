#!/bin/sh
# Starts a Redis whose log may have been torn by a crash: redis-start.sh CONF DIR [options of redis-server]
#
# Redis 7.0 loads a log that ends inside a script's transaction without it, but cuts the file behind the last whole
# command *inside* that transaction: the next start executes the half that was left, together with what was written
# since (docs/decisions/0006-torn-log.md). So redis-cell.conf forbids it to cut (aof-load-truncated no), and
# redis-check-aof, which cuts whole transactions only, does so here. What is cut was never acknowledged: it was not
# whole on disk. Bytes that are no command, or more than MOST of them, are no torn end but damage: whole writes may
# stand behind it, and a person must look.
set -eu
MOST=16777216
conf=$1
dir=$2
shift 2
log=$dir/appendonlydir
manifest=$log/appendonly.aof.manifest
if [ -f "$manifest" ] && command -v redis-check-aof >/dev/null; then
    if report=$(redis-check-aof "$manifest" 2>&1); then :; else
        torn=$(printf '%s\n' "$report" | sed -n 's/^AOF analyzed: .*diff=\([0-9]*\)$/\1/p' | sort -n | tail -n 1)
        case $report in *"Expected prefix"* | *"Expected \\r"*) torn= ;; esac # not an end that stops short: something else stands there
        if [ -z "$torn" ] || [ "$torn" -gt "$MOST" ]; then
            printf '%s\n' "$report" "redis-start.sh: the log in $log is damaged, not just torn at its end; restore a backup or repair it by hand." >&2
            exit 1
        fi
        echo "redis-start.sh: cutting $torn bytes of an unfinished write off the log" >&2
        echo y | redis-check-aof --fix "$manifest" >/dev/null
    fi
fi
exec redis-server "$conf" --dir "$dir" "$@"
