/**
 * What is required of a metric, and whether the evidence says that it is met: pass, fail or not
 * decided yet. Imports {@code slice} and what lies left of it.
 */
package dev.slicewise.core.gate;
