"""What cannot be read. These rules tell what reading met; they cannot be silenced."""
