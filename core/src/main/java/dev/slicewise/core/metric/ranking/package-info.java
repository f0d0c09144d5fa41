/** Metrics of ranked lists, one list a row: means over the groups that have a value. */
package dev.slicewise.core.metric.ranking;
