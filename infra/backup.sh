#!/bin/sh
# A backup of one Redis while it serves: backup.sh HOST PORT DIR [KEEP]
#
# Writes DIR/TIME.rdb, a snapshot of one instant between two commits, and its digest; keeps the newest KEEP (14). The
# password of Redis' operator comes from REDISCLI_AUTH. A file gets its name only once it is whole and redis-check-rdb
# has read it. Back with restore.sh.
set -eu
host=$1
port=$2
dir=$3
keep=${4:-14}
name=$(date -u +%Y%m%dT%H%M%SZ)
part=$dir/.$name.part
trap 'rm -f "$part"' EXIT
redis-cli -h "$host" -p "$port" --user operator --rdb "$part" >&2
redis-check-rdb "$part" >&2
cd "$dir"
mv ".$name.part" "$name.rdb"
sha256sum "$name.rdb" >"$name.rdb.sha256"
ls -1 ./*.rdb | sort -r | tail -n "+$((keep + 1))" | while read -r old; do
    rm -f "$old" "$old.sha256"
done
echo "$dir/$name.rdb"
