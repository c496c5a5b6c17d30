"""Invoices, payments and the ledger of money."""
