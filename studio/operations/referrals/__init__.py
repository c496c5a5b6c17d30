"""Referrals: taken in, moved on step by step, accepted or declined."""
