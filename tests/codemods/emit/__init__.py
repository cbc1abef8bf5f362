"""Tests of what they are named after."""
