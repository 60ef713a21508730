"""Measurements. They take minutes, depend on the machine, and are therefore no tests."""
