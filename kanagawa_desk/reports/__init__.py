"""Paper and charts: contracts of the domain in, PDF and SVG bytes out."""
