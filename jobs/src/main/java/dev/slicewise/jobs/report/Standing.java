package dev.slicewise.jobs.report;

/** How a slice's value stands to that of all rows. */
enum Standing {
  /** Its whole interval is on the worse side. */
  WORSE("worse"),
  /** Its whole interval is on the better side. */
  BETTER("better"),
  /** Its interval leaves it open. */
  OPEN("open"),
  /** No value, no interval, too few rows, or nothing to compare with. */
  NOT_JUDGED("open");

  private final String word;

  Standing(String word) {
    this.word = word;
  }

  /** What it is called in the style sheet, and read aloud. */
  String word() {
    return word;
  }
}
