"""One case on its way: from stage to stage, with what each exit says of it, and where it ends."""
