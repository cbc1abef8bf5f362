"""Verification: runs the old and the new program side by side and compares them."""

from migrate.verify.cases import COMPAT, VerifyRequest
from migrate.verify.run import Reference, observe_reference, verify_program
from migrate.verify.verdict import ProgramVerdict, Verdict

__all__ = ["COMPAT", "ProgramVerdict", "Reference", "Verdict", "VerifyRequest", "observe_reference", "verify_program"]
