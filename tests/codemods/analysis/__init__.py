"""Tests of codemods.analysis."""
