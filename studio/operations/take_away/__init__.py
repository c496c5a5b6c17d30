"""Everything of the studio as one file, for whoever leaves: tables, papers, photos, and a page that leads to them."""
