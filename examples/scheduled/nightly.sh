#!/usr/bin/env bash
# One night: evaluate a day, look for drift, make the report. Run it again for the same day and it replaces that day.
#
#   nightly.sh DAY INPUT OUT        such as nightly.sh 2013-07-01 /data/flights/2013-07-01.parquet /reports
#
# Exit code: the worst of what the commands said. 0 fine; 3 a gate failed or something drifted; 4 too little data
# to say; 1 and 2 a run failed, and nothing of it was written.
set -uo pipefail

day=${1:?nightly.sh DAY INPUT OUT: expected a day such as 2013-07-01}
input=${2:?nightly.sh DAY INPUT OUT: expected the predictions of that day}
out=${3:?nightly.sh DAY INPUT OUT: expected a directory for reports}
here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
slicewise=${SLICEWISE:-$here/../../bin/slicewise}
next=$(date -u -d "$day + 1 day" +%F)
worst=0

step() {
  local code=0
  "$slicewise" "$@" || code=$?
  case $code in
    0 | 4) ((worst == 0)) && worst=$code ;;
    3) worst=3 ;;
    *) exit "$code" ;;
  esac
}

mkdir -p "$out"
step evaluate --config "$here/nightly.yaml" --input "$input" --window-start "$day" --window-end "$next" \
  --state-table "$out/states" --run-id "flights-$day" --out "$out/$day"
step drift --config "$here/drift.yaml" --state-table "$out/states" --from "$day" --to "$next" \
  --run-id "flights-drift-$day" --out "$out/$day-drift"
step report "$out/$day" "$out/$day-drift" --out "$out/$day.html" --overwrite --title "Flights of $day"
exit "$worst"
