"""Speaking HTTP: access, htmx, headers, errors, filters."""
