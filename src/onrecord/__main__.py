"""``python -m onrecord``."""

from onrecord.faces.cli.main import main

if __name__ == "__main__":
    main()
