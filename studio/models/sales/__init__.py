"""What is sold and to whom: the price list, quotes, enrolments, their credits and clock, sessions."""
