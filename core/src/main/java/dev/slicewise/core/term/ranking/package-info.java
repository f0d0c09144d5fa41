/**
 * Lists of items, one a row: the labels and scores of a query's candidates, their order, and losses
 * of it.
 */
package dev.slicewise.core.term.ranking;
