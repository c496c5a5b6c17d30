"""The books: invoices, payments and the ledger of money. Balances are sums of rows."""
