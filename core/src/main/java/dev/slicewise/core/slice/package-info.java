/**
 * Slices: how rows are told apart, the keys of slices in report order, and their results. Imports
 * everything to its left.
 */
package dev.slicewise.core.slice;
