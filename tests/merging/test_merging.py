"""The same reports give the same bytes, whatever the hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys
from tests.factory import attack
from tests.merging.tellings import BEL, Telling
from whosays import gazetteer
from whosays.codec import encode
from whosays.merging import merge

told = [attack("A", 12), attack("B", 15, "2026-03-06"), attack("C", 12, "2026-03-04")]
for publisher in "DEFG":
    telling = Telling(publisher)
    roles = [telling.role("REDS", "group:reds"), telling.role("Ada Moor", "person:ada", "recipient", "killed")]
    telling.of(roles=roles, town=BEL, killed=(4, None))
    telling.says("BLUES", "group:blues", "deny", ("responsible", "false"))
    told.append(telling.done())
found = merge(told, (), gazetteer.load())
assert found.incidents
for record in (*found.incidents, *found.disputes):
    sys.stdout.buffer.write(encode(record) + b"\\n")
"""


def run(seed: str) -> bytes:
    path = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, check=True, env=environment, cwd=ROOT)
    return done.stdout


def test_the_same_bytes_with_any_hash_seed() -> None:
    first = run("0")
    assert first.count(b"\n") >= 2
    assert run("1") == first
