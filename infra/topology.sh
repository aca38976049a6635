#!/usr/bin/env bash
# The topology of compose.yaml as processes of this machine, for trying it without containers: topology.sh COMMAND DIR
#
#   start     a cell's and the cluster's Redis with their users, WeChat's emulator, two silos, nginx before them; prints where
#   status    who runs, and what the probes say
#   roll      stop one silo after the other and start it anew, as an update does
#   kill N    kill -9 silo N (1 or 2) and start it again after five seconds
#   run ...   a subcommand of the program with the city's settings: run DIR recount
#   backup    both stores into DIR/backups
#   restore FILE.rdb
#             put a backup of the cell into an empty folder and start on it; what was there is kept beside it
#   stop      end everything in order; DIR keeps the data
#
# PORT (7000) and the nine after it are used, on 127.0.0.1 alone. The programs are those that
# dotnet build -c Release made; CONFIGURATION=Debug takes the others. Needs redis-server and nginx. Stops only what it started.
set -euo pipefail
command=${1:-}
dir=$(mkdir -p "${2:?topology.sh COMMAND DIR}" && cd "$2" && pwd)
shift 2
here=$(cd "$(dirname "$0")" && pwd)
built=bin/${CONFIGURATION:-Release}/net10.0
web=$here/../src/Engagement.Web/$built/Engagement.Web.dll
emulator=$here/../src/Engagement.WeChat.Emulator/$built/Engagement.WeChat.Emulator.dll
[ -f "$dir/port" ] || echo "${PORT:-7000}" >"$dir/port"
port=$(cat "$dir/port")
site=http://127.0.0.1:$port
silo() { echo $((port + $1)); } # 1, 2: pages; silos' own ports are 3 and 4 further on
cell=$((port + 7)) control=$((port + 8)) wechat=$((port + 9))

say() { echo "topology.sh: $*" >&2; }
alive() { [ -f "$dir/$1.pid" ] && kill -0 "$(cat "$dir/$1.pid")" 2>/dev/null; }

launch() { # launch NAME COMMAND...
    local name=$1
    shift
    if alive "$name"; then return; fi
    setsid nohup "$@" >>"$dir/$name.log" 2>&1 </dev/null &
    echo $! >"$dir/$name.pid"
}

until_true() { # until_true SECONDS WHAT COMMAND...
    local deadline=$((SECONDS + $1)) what=$2
    shift 2
    until "$@" >/dev/null 2>&1; do
        if [ $SECONDS -ge $deadline ]; then
            say "$what: not after the time allowed; see $dir/*.log"
            exit 1
        fi
        sleep 0.2
    done
}

end() { # end NAME: TERM, and wait as long as it was promised
    alive "$1" || return 0
    local pid
    pid=$(cat "$dir/$1.pid")
    kill -TERM "$pid"
    for _ in $(seq 375); do
        if ! kill -0 "$pid" 2>/dev/null; then break; fi
        sleep 0.2
    done
    kill -0 "$pid" 2>/dev/null && { say "$1 did not end"; exit 1; }
    rm -f "$dir/$1.pid"
}

answers() { curl -fsS -m 2 "http://127.0.0.1:$1$2"; }
pings() { timeout 2 bash -c "exec 3<>/dev/tcp/127.0.0.1/$1"; }

settings() {
    set -a
    # shellcheck disable=SC1091
    . "$dir/secrets/secrets.env.sh"
    WeChat__ApiBase=http://127.0.0.1:$wechat WeChat__OpenBase=http://127.0.0.1:$wechat
    Site__Address=$site Site__Name=余香 Site__Organiser=试运行 Site__Contact=试运行 Campaign__Id=jiangmen
    Photos__Folder=$dir/photos Archive__Folder=$dir/archive ASPNETCORE_FORWARDEDHEADERS_ENABLED=true Orleans__AdvertisedAddress=127.0.0.1
    set +a
}

secrets() {
    [ -d "$dir/secrets" ] && return
    CELL=127.0.0.1:$cell CONTROL=127.0.0.1:$control "$here/secrets.sh" "$dir/secrets" 2>/dev/null
    sed -i -e 's/^WeChat__AppId=.*/WeChat__AppId=wx5080000000000001/' -e 's/^WeChat__AppSecret=.*/WeChat__AppSecret=emulator-service-account-secret0/' \
        -e 's/^WeChat__MiniProgramAppId=.*/WeChat__MiniProgramAppId=wx5080000000000002/' \
        -e 's/^WeChat__MiniProgramAppSecret=.*/WeChat__MiniProgramAppSecret=emulator-mini-program-secret0000/' "$dir/secrets/secrets.env"
    sed -e "s/=\(.*\)/='\1'/" "$dir/secrets/secrets.env" >"$dir/secrets/secrets.env.sh"
}

store() { # store cell|control PORT
    mkdir -p "$dir/$1"
    launch "$1" "$here/redis-start.sh" "$here/redis-$1.conf" "$dir/$1" --include "$dir/secrets/$1-users.conf" --bind 127.0.0.1 --port "$2"
    until_true 120 "$1's Redis" pings "$2"
}

start_silo() {
    (
        settings
        export Orleans__SiloPort=$(($(silo "$1") + 3)) Orleans__SiloName=silo$1 ASPNETCORE_URLS=http://127.0.0.1:$(silo "$1")
        cd "$dir" && launch "silo$1" dotnet "$web"
    )
    until_true 120 "silo$1 ready" answers "$(silo "$1")" /health/ready
}

start_stores() {
    secrets
    store cell "$cell"
    store control "$control"
}

start() {
    for file in "$web" "$emulator"; do
        [ -f "$file" ] || { say "$file is missing: dotnet build -c ${CONFIGURATION:-Release}"; exit 1; }
    done
    start_stores
    launch wechat dotnet "$emulator" --urls "http://127.0.0.1:$wechat" --data "$dir/wechat"
    until_true 60 "WeChat's emulator" answers "$wechat" /emulator
    (settings && dotnet "$web" seed >&2)
    start_silo 1
    start_silo 2
    mkdir -p "$dir/nginx"
    sed -e "s#PIDFILE#$dir/nginx/nginx.pid#" -e "s#TEMP#$dir/nginx#" -e "s#SILO1#127.0.0.1:$(silo 1)#" -e "s#SILO2#127.0.0.1:$(silo 2)#" \
        -e "s#LISTEN#127.0.0.1:$port#" "$here/proxy.conf" >"$dir/nginx/nginx.conf"
    launch proxy nginx -e stderr -c "$dir/nginx/nginx.conf" -g "daemon off;"
    until_true 30 "the proxy" answers "$port" /health/ready
    echo "Site: $site   WeChat: http://127.0.0.1:$wechat/emulator"
}

stop() {
    for name in proxy silo1 silo2 wechat cell control; do end "$name"; done
}

backup() {
    mkdir -p "$dir/backups/cell" "$dir/backups/control"
    set -a
    # shellcheck disable=SC1091
    . "$dir/secrets/backup.env"
    set +a
    "$here/backup.sh" 127.0.0.1 "$cell" "$dir/backups/cell"
    "$here/backup.sh" 127.0.0.1 "$control" "$dir/backups/control"
}

restore() {
    for name in proxy silo1 silo2 cell; do end "$name"; done
    local kept
    kept=$dir/cell.before-$(date -u +%Y%m%dT%H%M%SZ)
    mv "$dir/cell" "$kept"
    if ! "$here/restore.sh" "$1" "$dir/cell"; then
        rm -rf "$dir/cell"
        mv "$kept" "$dir/cell"
        say "nothing was restored; the cell is as it was"
        exit 1
    fi
    start
    say "what was there before is in $kept"
}

case $command in
    start) start ;;
    stop) stop ;;
    status)
        for name in proxy silo1 silo2 wechat cell control; do alive "$name" && echo "$name runs ($(cat "$dir/$name.pid"))" || echo "$name does not run"; done
        for n in 1 2; do for probe in startup ready live; do echo "silo$n $probe: $(answers "$(silo $n)" "/health/$probe" 2>/dev/null || echo no)"; done; done
        ;;
    roll) for n in 1 2; do end "silo$n" && start_silo "$n"; done ;;
    kill)
        kill -9 "$(cat "$dir/silo${1:?which silo}.pid")"
        sleep 5
        start_silo "$1"
        ;;
    run) settings && exec dotnet "$web" "$@" ;;
    backup) backup ;;
    restore) restore "${1:?which file}" ;;
    *)
        say "unknown command '$command'; the head of this file lists them"
        exit 2
        ;;
esac
