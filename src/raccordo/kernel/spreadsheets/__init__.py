"""Writers of tables: XLSX, ODS and CSV. `raccordo.kernel.tables` is the door."""
