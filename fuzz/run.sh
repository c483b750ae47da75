#!/usr/bin/env bash
# Runs every fuzz target for some seconds each (default 600), one after the other, from the cases in testdata/.
#     fuzz/run.sh 900 check repair
set -euo pipefail
cd "$(dirname "$0")"
export RUSTC_BOOTSTRAP=1
seconds="${1:-600}"
shift || true
targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
  targets=(programs check repair reports comments configuration server)
fi
# The program gives its threads this stack.
ulimit -s 65536
for target in "${targets[@]}"; do
  seeds="corpus/$target"
  mkdir -p "$seeds"
  case "$target" in
    check | repair | comments) find ../testdata -name '*.go' -size -16k | while read -r file; do cp "$file" "$seeds/$(echo "$file" | md5sum | cut -c1-16)"; done ;;
    configuration) cp ../src/run/settings/template.toml "$seeds/template" ;;
  esac
  cargo fuzz run --sanitizer none -O "$target" -- -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 -max_len=16384 -print_final_stats=1
done
