"""Who may do what with money. Refunds and write-offs are the owner's; the place “Money” is not for coaches."""

from studio.models.users import Role

EVERYBODY, DESK, OWNER = frozenset(Role), frozenset((Role.owner, Role.front_desk)), frozenset((Role.owner,))

COACHES = frozenset((Role.owner, Role.coach))

MONEY: dict[str, object] = {
    **dict.fromkeys(("prices", "price_exports"), EVERYBODY),
    **dict.fromkeys(("quotes", "quote_previews", "quote_withdrawals"), EVERYBODY),
    **dict.fromkeys(("prices.new", "prices.create", "price_starts", "price_versions", "price_archives"), OWNER),
    **dict.fromkeys(("price_previews", "trade"), OWNER),
    **dict.fromkeys(("client_money", "payments", "payment_reversals", "payment_receipts"), EVERYBODY),
    **dict.fromkeys(("check_ins", "sessions", "credits", "freezes", "freeze_ends", "expiries"), EVERYBODY),
    **dict.fromkeys(("credits.new", "credits.create", "credits.delete", "extensions"), COACHES),
    **dict.fromkeys(("credit_cuts", "expiry_returns"), OWNER),
    "owner_figures": OWNER,
    **dict.fromkeys(("invoices", "credit_notes", "allocations"), EVERYBODY),
    **dict.fromkeys(("money", "money_invoices", "money_payments", "drawer"), DESK),
    "instalments": EVERYBODY,
    **dict.fromkeys(("refunds", "write_offs"), OWNER),
}
