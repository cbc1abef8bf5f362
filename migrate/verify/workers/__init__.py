"""The two scripts that run a user's program under observation, and what they are made of.

Only this package imports TensorFlow. `old.py` may be run by Python 3.7 with TensorFlow 1.15, so all files it
reaches keep to what that version understands; the package is loaded under a private name, so that a user's
module can never be mistaken for one of these.
"""
