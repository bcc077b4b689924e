"""The store: one SQLite file that holds what was read, what was concluded, and what people judged.

The file opens well in any SQLite tool: a table per noun, foreign keys declared, and beside the columns
one queries by the canonical JSON of each record.
"""

from whosays.store.database import Store, open_store
from whosays.store.listing import IncidentFilter, ReportFilter, StatementFilter
from whosays.store.rows import DisputeRow, Hit, IncidentRow, StatementRow
from whosays.store.screenrows import Window
from whosays.store.screens import Screens

open = open_store  # read as store.open(path)

__all__ = [
    "DisputeRow",
    "Hit",
    "IncidentFilter",
    "IncidentRow",
    "ReportFilter",
    "Screens",
    "StatementFilter",
    "StatementRow",
    "Store",
    "Window",
    "open",
    "open_store",
]
