package dev.slicewise.jobs.store;

/** What a publish has just done; tests stop it there. */
enum PublishStep {
  /** Nothing yet. */
  STARTED,
  /** The table's folders are there. */
  FOLDERS_MADE,
  /** All data files are written. */
  DATA_WRITTEN,
  /** The next manifest is written under another name. */
  MANIFEST_DRAFTED,
  /** The manifest has its name: the table is the new one. */
  MANIFEST_PLACED,
  /** The other name is gone. */
  DRAFT_REMOVED,
  /** What was no longer needed is removed. */
  CLEANED
}
