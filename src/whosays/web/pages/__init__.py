"""The pages: a function each, from what is asked to what is shown. No page writes anything; see ``acts.py``."""
