"""The command that opens the desk: where it says, until it is told to stop."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.factory import attack
from tests.web import desks

SRC = Path(__file__).parents[2] / "src"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@contextmanager
def served(db: Path, port: int, *options: str) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "whosays", "serve", "--db", str(db), "--port", str(port), *options]
    environment = {**os.environ, "PYTHONPATH": str(SRC)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        yield process


def ask(address: str) -> str:
    for _ in range(600):
        try:
            with urllib.request.urlopen(address) as answer:
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")


def test_the_desk_opens_says_where_and_closes(tmp_path: Path) -> None:
    desks.fill(tmp_path / "a.db", attack())
    port = free_port()
    with served(tmp_path / "a.db", port) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == f"the desk is open at http://127.0.0.1:{port}/ (stop it with Ctrl-C)\n"
        assert "Situation report, 5 March 2026" in ask(f"http://127.0.0.1:{port}/")
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0
        assert process.stderr.read() == ""


def test_a_place_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = int(taken.getsockname()[1])
        with served(tmp_path / "a.db", port) as process:
            assert process.stderr is not None
            words = process.stderr.read()
            assert process.wait(timeout=60) == 2
    assert words.startswith(f"whosays: cannot open the desk on 127.0.0.1:{port} (")
    assert words.endswith("choose another place with --port and --host\n")
