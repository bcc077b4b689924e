"""The command line: commands of a few lines, no logic."""

from whosays.cli.running import main

__all__ = ["main"]
