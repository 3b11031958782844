"""Settings, addresses and the command line: the top floor, which may know every app."""
