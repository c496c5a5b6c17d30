"""Speed as ratios: each row is ours against a bare floor, measured in turn in the same run."""
