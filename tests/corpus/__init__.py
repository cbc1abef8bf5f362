"""Tests over the programs of corpus/: what migration does to them, and whether old and new agree."""
