"""Plain Python, no I/O: values, rules, merge and numbering."""
