/**
 * The state table: what evaluations remembered, by model and window, published so that a reader
 * sees all of a window's states or none, and a window published again replaces itself.
 */
package dev.slicewise.jobs.store;
