"""Selling, and everything that happens to an enrolment until it ends."""
