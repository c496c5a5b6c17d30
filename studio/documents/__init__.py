"""Frozen values of `studio.sheets` in, PDF bytes out: no request, no database, no clock.

Importing the package closes what ReportLab leaves open to text that names a file, a host or an expression.
"""

from reportlab import rl_config

rl_config.trustedHosts = None
rl_config.trustedSchemes = []
rl_config.toColorCanUse = None
# The same sheet gives the same bytes: a reprint can be compared with what was handed over.
rl_config.invariant = 1
# Streams stay binary: ASCII85 only makes them a quarter larger.
rl_config.useA85 = 0
