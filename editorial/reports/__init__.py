"""The board's reports on paper: plain facts in, files out (DOCX, PDF, XLSX, CSV, SVG). No database, no request."""
