/**
 * The slices that are significantly worse than the rest: which are searched, and how they are
 * written and printed. The search is {@code core}'s.
 */
package dev.slicewise.jobs.worst;
