"""Records show themselves in a notebook, and the tutorial runs from its first cell to its last."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.exporting.example import incidents
from tests.factory import Draft, attack
from whosays import notebook

ROOT = Path(__file__).parents[1]


def test_a_report_shows_its_events_and_statements() -> None:
    shown = notebook.html_of(attack())
    assert "<h5>Events (1)</h5>" in shown
    assert "<b>killed</b>" in shown
    assert "<td>Red Front (claimed)</td>" in shown
    assert "<i>claimed responsibility</i>" in shown


def test_nothing_of_a_report_is_taken_for_markup() -> None:
    draft = Draft("The <script>alert(1)</script> League condemned it.", publisher="<b>Own")
    draft.says("condemn", draft.actor("The <script>alert(1)</script> League"), "condemned", "it")
    shown = notebook.html_of(draft.done())
    assert "<script" not in shown
    assert "&lt;b&gt;Own" in shown


def test_an_incident_shows_its_figures_and_conflicts() -> None:
    shown = "".join(notebook.html_of(incident) for incident in incidents())
    assert "<td>12 to 15</td>" in shown
    assert "<th>standing</th><td>disputed: 2 reports, 2 origins</td>" in shown


def test_outside_a_notebook_nothing_is_loaded() -> None:
    program = "import sys, whosays; print('whosays.notebook' in sys.modules, 'spacy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "False"]


@pytest.mark.filterwarnings("ignore")  # those of the kernel's own libraries
def test_the_tutorial_runs() -> None:
    book = nbformat.read(  # type: ignore[no-untyped-call]  # the library has no types for it
        ROOT / "examples" / "notebooks" / "first-steps.ipynb", as_version=4
    )
    NotebookClient(book, timeout=300, resources={"metadata": {"path": str(ROOT)}}).execute()
    outputs = [output for cell in book.cells if cell.cell_type == "code" for output in cell.outputs]
    assert any("<h5>Events" in output.get("data", {}).get("text/html", "") for output in outputs)
    assert any("incidents," in output.get("text", "") for output in outputs)
