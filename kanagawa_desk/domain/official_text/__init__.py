"""Official text read into blocks: what an office pastes, scans or copies out of a PDF."""
