/**
 * What a table looks like before anybody predicts: collinear features, values and how common they
 * are. Reads moments and counts; sees no row.
 */
package dev.slicewise.core.metric.feature;
