#!/usr/bin/env bash
# Sets up the environment: a Python that fits, a virtual environment, the locked wheels, and the package itself.
# uv installs the wheels where pip can get it (it is several times faster); else pip does. Both check every hash.
set -euo pipefail

venv=$1
uv=$2

fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; }
can_make_environments() { "$1" -c 'import venv, ensurepip' 2>/dev/null; }

python=
without_venv=
for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python; do
  fits "$candidate" || continue
  if can_make_environments "$candidate"; then python=$candidate; break; fi
  without_venv=$candidate
done
if [ -z "$python" ] && [ -n "$without_venv" ]; then
  echo "whosays: $without_venv cannot make virtual environments; install its venv package (on Debian: apt install python3-venv)" >&2
  exit 2
fi
if [ -z "$python" ]; then
  echo "whosays: no Python 3.11, 3.12 or 3.13 found; install one, or name it: make PYTHON=/path/to/python3.12 ..." >&2
  exit 2
fi

if ! [ -x "$venv/bin/python" ] || ! fits "$venv/bin/python"; then
  echo "Setting up $venv with $("$python" --version) ..." >&2
  "$python" -m venv --clear "$venv"
fi
pip=("$venv/bin/python" -m pip --disable-pip-version-check --quiet)
with_uv() {
  "${pip[@]}" install "$uv" 2>/dev/null &&
    "$venv/bin/uv" pip sync --quiet --python "$venv/bin/python" --require-hashes requirements.lock 2>/dev/null
}
if ! with_uv; then # a network whose certificates only pip knows, or no uv for this machine
  "${pip[@]}" install --require-hashes --requirement requirements.lock
fi
"$venv/bin/python" -m pip --version >/dev/null 2>&1 || "$venv/bin/python" -m ensurepip --upgrade >/dev/null
"${pip[@]}" install --no-deps --no-build-isolation --editable .
