/**
 * Questions about two sides, a reference and what is compared with it: distances of distributions,
 * of shares and of clouds of points, and the tests that go with them. Functions of states alone, so
 * that metrics over a split column and comparisons of stored states give the same bits. Enters:
 * distributions, counts, moments. Leaves: numbers with their certificates. Imports {@code
 * statistic} and what lies left of it.
 */
package dev.slicewise.core.drift;
