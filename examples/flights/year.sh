#!/usr/bin/env bash
# A year of monitoring in one command: the flights evaluated by month, merged to the year, held against the months
# the models learnt from, the two models compared, gates, and one report of it all.
#
#   examples/flights/year.sh OUT        such as examples/flights/year.sh /tmp/flights-2013
#
# Rows are read twice: once for the twelve months, once for the comparison. All else is answered from states.
# A failed gate or drift (exit code 3) is part of the story: the year has both.
set -euo pipefail

out=${1:?year.sh OUT: expected a directory for results}
here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
slicewise=$here/../../bin/slicewise
config=$here/year

# Results are written, and worth a report, when a gate fails, something drifted or too little data decides nothing.
judge() {
  local code=0
  "$slicewise" "$@" --quiet || code=$?
  case $code in
    0) ;;
    3) echo "  $1: a gate failed or something drifted" ;;
    4) echo "  $1: too little data to decide" ;;
    *) exit "$code" ;;
  esac
}

step() {
  local started=$SECONDS
  echo "$1"
  shift
  judge "$@"
  echo "  $((SECONDS - started)) s"
}

mkdir -p "$out"
step "Evaluating twelve months from rows" \
  evaluate --config "$config/evaluate.yaml" --state-table "$out/states" --run-id flights-2013-months
step "Merging them to the year, from states" \
  merge --config "$config/merge.yaml" --state-table "$out/states" --run-id flights-2013 --out "$out/year"
step "Looking for drift, from states" \
  drift --config "$config/drift.yaml" --state-table "$out/states" --run-id flights-2013-drift --out "$out/drift"
step "Comparing the two models on the same rows" \
  compare --config "$config/compare.yaml" --run-id flights-2013-models --out "$out/compare"
step "Making the report" \
  report "$out/year" "$out/drift" "$out/compare" --state-table "$out/states" --model boosting \
  --out "$out/report.html" --overwrite --title "Arrival delays of 2013"
echo "The report is $out/report.html"
