#!/bin/sh
# Makes the folder of a Redis from a backup: restore.sh FILE.rdb DIR
#                 or from another folder's log: restore.sh --at SECONDS LOGDIR DIR
#
# DIR must be empty, but for folders before-*; it is then started with redis-start.sh as ever. --at keeps what was written up to that second (Unix
# time), for when somebody, not the disk, went wrong; it reaches back to the last rewrite of the log, and says so if that
# is not far enough. LOGDIR is read, never changed; stop its Redis first. Nothing may serve while you restore.
set -eu
at=
if [ "$1" = --at ]; then
    at=$2
    shift 2
fi
from=$1
dir=$2
mkdir -p "$dir"
if [ -n "$(ls -A "$dir" | grep -vxE 'lost\+found|before-.*' || true)" ]; then
    echo "restore.sh: $dir is not empty; nothing was changed." >&2
    exit 1
fi

if [ -n "$at" ]; then
    log=$from/appendonlydir/$(sed -n 's/^file \(.*\) seq .* type i$/\1/p' "$from/appendonlydir/appendonly.aof.manifest" | tail -n 1)
    first=$(grep -a -m 1 -o '^#TS:[0-9]*' "$log" | cut -d: -f2)
    if [ -z "$first" ] || [ "$at" -lt "$first" ]; then
        echo "restore.sh: the log reaches back to second ${first:-(none is marked)} only; take a backup from before. Nothing was changed." >&2
        exit 1
    fi
    trap '[ $? = 0 ] || rm -rf "$dir/appendonlydir"' EXIT
    cp -R "$from/appendonlydir" "$dir/appendonlydir"
    redis-check-aof --truncate-to-timestamp "$at" "$dir/appendonlydir/appendonly.aof.manifest" >&2
    exit 0
fi

if [ -f "$from.sha256" ]; then
    (cd "$(dirname "$from")" && sha256sum -c "$(basename "$from").sha256" >&2)
fi
redis-check-rdb "$from" >&2
trap '[ $? = 0 ] || rm -rf "$dir/restore.rdb" "$dir/appendonlydir"' EXIT
cp "$from" "$dir/restore.rdb"
cd "$dir"
redis-server --port 0 --unixsocket ./restore.sock --dir . --dbfilename restore.rdb --appendonly no --save "" --daemonize no >&2 &
server=$!
ask() { redis-cli -s ./restore.sock "$@"; }
until ask ping 2>/dev/null | grep -qx PONG; do
    kill -0 "$server" 2>/dev/null || exit 1
    sleep 0.2
done
ask config set appendonly yes >/dev/null
while :; do
    ask info persistence | tr -d '\r' >restore.info
    if grep -qx 'aof_rewrite_in_progress:0' restore.info && grep -qx 'aof_rewrite_scheduled:0' restore.info; then break; fi
    sleep 0.2
done
grep -qx 'aof_last_bgrewrite_status:ok' restore.info
keys=$(ask dbsize)
ask shutdown nosave >/dev/null 2>&1 || true
wait "$server" || true
rm -f restore.info restore.sock restore.rdb
redis-check-aof appendonlydir/appendonly.aof.manifest >&2
echo "restore.sh: $dir holds $keys keys."
