"""The two scripts that run a user's program under observation. Only this package imports TensorFlow.

`old.py` may be run by Python 3.7 with TensorFlow 1.15, and so may all that it imports. The package is loaded under a
private name, so that no module of a user can be mistaken for one of these.
"""
