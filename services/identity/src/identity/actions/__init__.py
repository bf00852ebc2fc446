"""Everything identity does, a file for each group of verbs, one transaction each: lock, decide, save, say."""
