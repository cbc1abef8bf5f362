"""Tests of codemods.source."""
