"""Fetching a page by its address: politely, within limits, and never from inside the user's own network."""

from whosays.fetching.page import LARGEST, Fetched, checked, fetch

__all__ = ["LARGEST", "Fetched", "checked", "fetch"]
