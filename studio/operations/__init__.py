"""Verbs that touch several records: one transaction, one event."""
