#!/usr/bin/env bash
# Builds everything and passes every test, on a fresh Debian machine with the .NET SDK. Installs what the tests need
# and says so: redis-server (the ledger's tests), nginx and curl (the topology's), chromium and fonts-noto-cjk (the browser's).
#   ./test.sh         all tests
#   ./test.sh --rig   a bounded run of the Rig: every peer, faults on a cluster of processes, simulated schedules; checks
#                     correctness, never speed. Installs postgresql, gcc, nftables and iproute2 besides.
set -euo pipefail
cd "$(dirname "$0")"

missing=()
need() { # need PACKAGE TEST...: the package is missing when the test fails
    local package=$1
    shift
    "$@" >/dev/null 2>&1 || missing+=("$package")
}

install_missing() {
    [ ${#missing[@]} -gt 0 ] || return 0
    echo "test.sh: installing Debian packages: ${missing[*]}"
    local as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo"
    $as_root apt-get update -qq
    # A packaged redis-server, nginx or postgresql starts as a service on some machines; the tests start their own.
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
passed=0
failed=0

step() { # step NAME COMMAND...: one check of the Rig
    local name=$1
    shift
    echo "--- $name: $*"
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "test.sh: FAILED: $name"
    fi
}

run_rig() {
    need redis-server command -v redis-server
    need postgresql ls /usr/lib/postgresql/*/bin/initdb
    need gcc command -v gcc
    need libc6-dev ls /usr/include/stdio.h
    need nftables command -v nft
    need iproute2 command -v ip
    install_missing
    dotnet build Engagement.sln --nologo -v quiet # as the tests: nothing is measured here, and one build is enough
    local rig=(dotnet tests/Engagement.Rig/bin/Debug/net10.0/Engagement.Rig.dll)
    local results
    results=$(mktemp -d)
    step simulate "${rig[@]}" simulate --schedules 20000 --seed 20260808
    step mutations "${rig[@]}" simulate --mutations --schedules 20000 --seed 20260808
    step chaos "${rig[@]}" chaos --out "$results/results.jsonl" --rounds 12 --seed 20260808 --pace 8 --commands 200 \
        --faults silo-kill,silo-hang,power-cut,torn-tail,fsync-fail,cut-redis,slow-link,hang-up,same-key,bouquet-kill,expiry,rebuild
    step control "${rig[@]}" chaos --out "$results/results.jsonl" --control --faults control-everysec --seed 20260808 --pace 8 --commands 200
    step peers "${rig[@]}" peers --rounds 1 --warmup 2 --seconds 3 --people 300 --pairs 2000 --kill --scale small --out "$results/results.jsonl"
    step more-peers "${rig[@]}" peers check --only postgres-ef,transactions --callers 16 --scale small
    step bouquet "${rig[@]}" peers bouquet --rounds 1 --warmup 2 --claimants 10000 --scale small --out "$results/results.jsonl"
    rm -rf "$results"
}

run_tests() {
    need redis-server command -v redis-server
    need nginx command -v nginx
    need curl command -v curl
    need chromium command -v chromium
    need fonts-noto-cjk ls /usr/share/fonts/opentype/noto
    install_missing
    dotnet build Engagement.sln --nologo -v quiet
    local log
    log=$(mktemp)
    for project in tests/Engagement.Tests tests/Engagement.RigTests tests/Engagement.BrowserTests; do
        dotnet test "$project" --no-build --nologo --blame-hang-timeout 10min 2>&1 | tee -a "$log" || failed=1
    done

    passed=$(sed -nE 's/.*Passed: +([0-9]+).*/\1/p' "$log" | awk '{ n += $1 } END { print n + 0 }')
    local broken
    broken=$(sed -nE 's/.*Failed: +([0-9]+).*/\1/p' "$log" | awk '{ n += $1 } END { print n + 0 }')
    [ "$broken" = 0 ] || failed=$broken
    rm -f "$log"
}

case "${1:-}" in
    "") run_tests ;;
    --rig) run_rig ;;
    *)
        echo "test.sh: unknown option $1; without one all tests, with --rig the Rig" >&2
        exit 2
        ;;
esac
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
