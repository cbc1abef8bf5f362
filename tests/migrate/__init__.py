"""Tests of the package `migrate`."""
