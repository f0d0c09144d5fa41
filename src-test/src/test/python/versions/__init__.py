"""One jar on every Spark: the same suite against each version and Java, and a table of counts."""
