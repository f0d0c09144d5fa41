package dev.slicewise.jobs.report;

/** How a slice's value stands to that of all rows. */
enum Standing {
  /** Its whole interval is on the worse side. */
  WORSE,
  /** Its whole interval is on the better side. */
  BETTER,
  /** Its interval leaves it open. */
  OPEN,
  /** No value, no interval, too few rows, or nothing to compare with. */
  NOT_JUDGED
}
