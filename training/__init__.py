"""The program that makes the shipped model: corpora in, ``src/whosays/data/model`` out."""
