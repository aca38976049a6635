#!/bin/sh
# Starts a Redis whose log may have been torn by a crash: redis-start.sh CONF DIR [options of redis-server]
#
# Redis 7.0 loads a log that ends inside a script's transaction without it, but cuts the file behind the last whole
# command *inside* that transaction: the next start executes the half that was left, together with what was written
# since (docs/decisions/0006-torn-log.md). So redis-cell.conf forbids it to cut (aof-load-truncated no), and
# redis-check-aof, which cuts whole transactions only, does so here. What is cut was never acknowledged: it was not
# whole on disk. Anything else than one write that stops short, and more than MOST bytes of it, is damage: whole writes
# may stand behind it, and a person must look.
set -eu
MOST=16777216
conf=$1
dir=$2
shift 2
log=$dir/appendonlydir
manifest=$log/appendonly.aof.manifest
LC_ALL=C
export LC_ALL
crlf=$(printf '\r@')

# What "tail" shows of a file, as a word: the zeros at its end, which a power cut leaves, are dropped, newlines are @.
words() {
    tail -c "$2" "$1" | tr '\000\n' '\n@'
}

# Whether what stands behind the last whole write, from byte $2 of file $1 on, is the beginning of one more and nothing
# else. $3 is what redis-check-aof said. It calls an end inside "*3\r\n" a wrong byte, as it does damage.
stops_short() {
    rest=$(words "$1" "+$(($2 + 1))")
    case $rest in
        "" | "#" | "#T" | "#TS" | "#TS:"*) # zeros only, or a second's mark that stops short, which stands alone
            case $rest in *"$crlf"*) return 1 ;; *) return 0 ;; esac ;;
        *"${crlf}EXEC${crlf}"*) return 1 ;; # a whole script stands there
        "*1${crlf}\$5${crlf}MULTI${crlf}"*) ;;
        "*"*"$crlf*"[1-9]"$crlf\$"[1-9]"$crlf"*) return 1 ;; # a second command, and the first was no script's
        "*"*) ;;
        *) return 1 ;;
    esac
    [ -n "$(words "$1" 1)" ] || return 0 # it ends in zeros
    case $3 in
        *"format error"* | *"Expected prefix"*) return 1 ;;
        *"Expected \\r"*)
            at=$(printf '%s\n' "$3" | sed -n 's/^0x *\([0-9a-f]*\): Expected .*/\1/p' | tail -n 1)
            head=$(words "$1" "+$((0x$at + 1))" | tr -d '0-9')
            case $head in "*" | "\$" | "*$(printf '\r')" | "\$$(printf '\r')") ;; *) return 1 ;; esac
            ;;
    esac
}

# Redis reads its log with the default user's rights. A users file that takes them away (ours did until 2026-11-27)
# makes it drop every transaction of the log, and it starts all the same.
before=
for option in "$@"; do
    if [ "$before" = --include ] && grep -q '^user default ' "$option" && ! grep -q '^user default .*+@all' "$option"; then
        echo "redis-start.sh: with the users in $option Redis would start without most of its data: it reads its log with the rights of the default user, who has none there. Write \"user default off ~* &* +@all\" there; off still means that nobody comes in." >&2
        exit 1
    fi
    before=$option
done

if [ -f "$manifest" ] && command -v redis-check-aof >/dev/null; then
    if report=$(redis-check-aof "$manifest" 2>&1); then :; else
        analyzed=$(printf '%s\n' "$report" | sed -n 's/^AOF analyzed: filename=\(.*\), size=.*, ok_up_to=\([0-9]*\), .*, diff=\([0-9]*\)$/\3 \2 \1/p' | sort -n | tail -n 1)
        torn=${analyzed%% *}
        name=${analyzed#* * }
        whole=${analyzed#* }
        if [ -z "$torn" ] || [ "$torn" -gt "$MOST" ] || ! stops_short "$log/$name" "${whole%% *}" "$report"; then
            printf '%s\n' "$report" "redis-start.sh: the log in $log is damaged, not just torn at its end; restore a backup or repair it by hand." >&2
            exit 1
        fi
        echo "redis-start.sh: cutting $torn bytes of an unfinished write off the log" >&2
        echo y | redis-check-aof --fix "$manifest" >/dev/null
    fi
fi
exec redis-server "$conf" --dir "$dir" "$@"
