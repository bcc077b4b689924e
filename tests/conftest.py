"""What every room's tests share: under WHOSAYS_ALL_TESTS=1 nothing may be skipped."""

import os
from collections.abc import Generator

import hypothesis
import pytest

# The same examples on every run, however loaded the machine is.
hypothesis.settings.register_profile("whosays", derandomize=True, deadline=None)
hypothesis.settings.load_profile("whosays")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure where everything has to run."""
    report = yield
    if report.skipped and os.environ.get("WHOSAYS_ALL_TESTS") == "1" and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and WHOSAYS_ALL_TESTS=1 allows no skips: {report.longrepr}"
    return report
