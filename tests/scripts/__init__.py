"""Tests of what lies in scripts/ and of the pinned dependencies."""
