"""The benchmarks: how long the program takes, as ratios of one run on one machine."""
