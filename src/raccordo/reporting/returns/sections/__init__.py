"""The chapters of a return, each built from the same facts."""
