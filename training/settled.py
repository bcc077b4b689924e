"""What the steps of training share: the model's name, version and licence, and the seed."""

NAME = "whosays"
VERSION = "2"
LICENCE = "CC BY-SA 4.0"
SEED = 7
