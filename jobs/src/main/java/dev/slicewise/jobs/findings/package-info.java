/**
 * What runs found, read back from the files they left: gates, worst slices, comparisons, drift. A
 * file that does not fit is one sentence that names it.
 */
package dev.slicewise.jobs.findings;
