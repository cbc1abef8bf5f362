"""Tests of codemods.rules.kept."""
