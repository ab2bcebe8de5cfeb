"""Reading: from files to nodes with their places, checked in form and merged into sections."""
