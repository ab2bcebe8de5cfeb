"""What checks that everybody can use our pages."""
