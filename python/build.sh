#!/usr/bin/env bash
# Makes the wheel in python/dist: builds the application jar if need be and puts it inside.
# Equal sources give equal bytes. The Python that builds: PYTHON, else python3.
set -euo pipefail
here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(dirname "$here")

# Builds the jar where it is missing or older than its sources.
"$home/bin/slicewise" --version >/dev/null
jar=$(ls -t "$home"/jobs/target/slicewise-jobs4_2.13-*-app.jar | head -n 1)
rm -f "$here"/src/slicewise/jars/*.jar
cp "$jar" "$here/src/slicewise/jars/slicewise.jar"
touch -d 2026-11-21T00:00:00Z "$here/src/slicewise/jars/slicewise.jar"

mkdir -p "$here/dist"
rm -f "$here"/dist/slicewise-*.whl
"${PYTHON:-python3}" -m pip wheel -q --no-deps --disable-pip-version-check \
  --wheel-dir "$here/dist" "$here"
ls "$here"/dist/slicewise-*.whl
