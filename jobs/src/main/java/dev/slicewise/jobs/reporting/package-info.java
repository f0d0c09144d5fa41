/** {@code slicewise report}: from output directories or a state table to a page or a model card. */
package dev.slicewise.jobs.reporting;
