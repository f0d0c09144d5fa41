/** {@code slicewise merge}: longer windows and coarser slices from stored states, no row read. */
package dev.slicewise.jobs.merge;
