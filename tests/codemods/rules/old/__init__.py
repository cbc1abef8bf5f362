"""Tests of what deals with Python 2 and with names that libraries dropped."""
