"""What holds for every case, proved; or the case for which it does not."""
