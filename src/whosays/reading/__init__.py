"""From files, pages and tables to one clean :class:`~whosays.records.Report` each."""

from whosays.reading.composing import Overrides
from whosays.reading.many import read_all
from whosays.reading.one import read, read_text
from whosays.reading.tables import Mapping

__all__ = ["Mapping", "Overrides", "read", "read_all", "read_text"]
