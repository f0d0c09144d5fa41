/**
 * What a slice remembers: statistics are values, their states merge bit for bit. Enters: terms as
 * dense columns. Leaves: canonical bytes, and exact numbers for metrics. Imports {@code term},
 * {@code numeric} and {@code codec} only.
 */
package dev.slicewise.core.statistic;
