"""Tests of the rules about pinned versions."""
