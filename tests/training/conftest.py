"""Tests of the network in torch run only where torch is: training needs it, the package does not."""

from importlib.util import find_spec

collect_ignore = [] if find_spec("torch") and find_spec("safetensors") else ["test_network.py"]
