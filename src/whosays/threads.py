"""How many threads multiply the matrices of the reading machine: one.

They are small. A second thread spends most of its time waiting, and waits by running: beside other work two threads
take ten times the processor time of one, and are slower by the clock. Several reports are read at once by several
processes instead.
"""

from __future__ import annotations

import os

_SETTINGS = ("OPENBLAS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")  # of numpy's libraries: Linux and Windows, macOS


def only_one() -> None:
    """Keep matrices to one thread in this process, unless its environment says otherwise.

    It counts only before numpy is first imported, so it is for processes of our own: the command line and workers.
    """
    for name in _SETTINGS:
        os.environ.setdefault(name, "1")
