"""Our part in editors: the extension for Visual Studio Code, and the pages' set-ups in the editors themselves."""
