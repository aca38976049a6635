#!/usr/bin/env bash
# What ./test.sh --rig runs: every part of the Rig, so short that only right and wrong can be told from it.
set -euo pipefail
cd "$(dirname "$0")/../.."
dotnet build -c Release src/Engagement.Local --nologo -v quiet
dotnet build -c Release tests/Engagement.Rig --nologo -v quiet
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rig() { dotnet tests/Engagement.Rig/bin/Release/net10.0/Engagement.Rig.dll "$@"; }

# Every peer keeps the same rules, at least 2,000 pairs each, a kill -9 of each program under load, then the stores' checks.
rig peers --rounds 1 --warmup 2 --seconds 3 --people 300 --pairs 2000 --kill --scale small --out "$work/results.jsonl"
rig peers bouquet --rounds 1 --warmup 2 --claimants 10000 --scale small --out "$work/results.jsonl"
