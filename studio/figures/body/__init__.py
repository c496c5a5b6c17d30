"""The person in the pictures: a skeleton from a pose, flesh and clothes around it, painted as an eye sees it."""
