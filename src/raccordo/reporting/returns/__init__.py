"""The return of a period: built once as a document of keyed cells, then written in five formats."""
