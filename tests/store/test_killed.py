"""A process that is killed in the middle loses nothing that was kept, and leaves nothing half-kept."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from whosays import store

ROOT = Path(__file__).parents[2]

CHILD = """
import sys
from tests.factory import attack
from whosays import store
with store.open(sys.argv[1]) as db:
    for number in range(1, 100_000):
        coded = attack("Own Wire", number)
        db.keep(coded)
        print(coded.report.id, flush=True)
"""


def test_kill_minus_nine_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "whosays.db"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")])}
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True, env=environment
    ) as child:
        assert child.stdout is not None
        kept = [child.stdout.readline().strip() for _ in range(25)]
        child.send_signal(signal.SIGKILL)
        kept += [line.strip() for line in child.stdout if line.endswith("\n")]
    assert child.returncode == -signal.SIGKILL
    with store.open(path) as db:
        found = {coded.report.id: coded for coded in db.all_coded()}
        assert set(kept) <= set(found)
        assert len(found) <= len(kept) + 1
        assert all(len(c.statements) == 2 and len(c.events) == 1 and len(c.links) == 3 for c in found.values())
        assert db.is_stale
