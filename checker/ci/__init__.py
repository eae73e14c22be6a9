"""`checker ci`: every copy that the configuration lists, compared with its source."""
