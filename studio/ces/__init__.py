"""Corrective exercise: what was seen, what it suggests, and what to do about it.

Plain Python on the standard library: frozen values in, frozen values out. Time, ids and settings are arguments.
"""
