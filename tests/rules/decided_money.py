"""Who may do what with money. Refunds and write-offs are the owner's; the place “Money” is not for coaches."""

from studio.models.users import Role

EVERYBODY, DESK, OWNER = frozenset(Role), frozenset((Role.owner, Role.front_desk)), frozenset((Role.owner,))

MONEY: dict[str, object] = {
    **dict.fromkeys(("client_money", "payments", "payment_reversals", "payment_receipts"), EVERYBODY),
}
