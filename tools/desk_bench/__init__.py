"""Measures the web desk on a large synthetic store: ``python -m tools.desk_bench``."""
