#!/usr/bin/env bash
# Builds everything and passes every test, on a fresh Debian machine with the .NET SDK. Installs what the tests need
# and says so: redis-server (the ledger's tests), chromium and fonts-noto-cjk (the browser's).
#   ./test.sh         the tests
#   ./test.sh --rig   the Rig's bounded run, which checks what is right and never how fast: installs postgresql too
set -euo pipefail
cd "$(dirname "$0")"

missing=()
command -v redis-server >/dev/null || missing+=(redis-server)
if [ "${1:-}" = --rig ]; then
    [ -x /usr/lib/postgresql/15/bin/postgres ] || missing+=(postgresql-15)
else
    command -v chromium >/dev/null || missing+=(chromium)
    [ -d /usr/share/fonts/opentype/noto ] || missing+=(fonts-noto-cjk)
fi
if [ ${#missing[@]} -gt 0 ]; then
    echo "test.sh: installing Debian packages: ${missing[*]}"
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo"
    $as_root apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
    # A packaged redis-server starts as a service on some machines; the tests start their own.
fi

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
if [ "${1:-}" = --rig ]; then
    exec tests/Engagement.Rig/bounded.sh
fi

dotnet build Engagement.sln --nologo -v quiet

log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=0
for project in tests/Engagement.Tests tests/Engagement.RigTests tests/Engagement.BrowserTests; do
    dotnet test "$project" --no-build --nologo --blame-hang-timeout 10min 2>&1 | tee -a "$log" || failed=1
done

passed=$(sed -nE 's/.*Passed: +([0-9]+).*/\1/p' "$log" | awk '{ n += $1 } END { print n + 0 }')
broken=$(sed -nE 's/.*Failed: +([0-9]+).*/\1/p' "$log" | awk '{ n += $1 } END { print n + 0 }')
echo "$passed passed, $broken failed"
exit $failed
