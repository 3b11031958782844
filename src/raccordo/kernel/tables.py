"""Tables as files. Same rows, same bytes; no cell is ever a formula; a hundred thousand rows cost no memory.

`about` is one line that says who took the file out, when and what for; it stands above the heads.
"""

from raccordo.kernel.spreadsheets.csv import csv_lines, write_csv
from raccordo.kernel.spreadsheets.ods import write_ods
from raccordo.kernel.spreadsheets.shapes import Cell, Column, Kind, Table, safe_text
from raccordo.kernel.spreadsheets.xlsx import write_xlsx

__all__ = ["Cell", "Column", "Kind", "Table", "csv_lines", "safe_text", "write_csv", "write_ods", "write_xlsx"]
