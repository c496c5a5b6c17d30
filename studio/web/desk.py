"""Who stands at the till: the owner and the front desk."""

from ..models.users import Role
from .access import allowed

desk = allowed(Role.owner, Role.front_desk)
