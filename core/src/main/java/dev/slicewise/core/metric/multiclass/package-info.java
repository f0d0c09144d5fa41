/**
 * Metrics of several classes and of several labels a row, from confusion maps and one state a
 * class; and what binary metrics become when there are more than two classes.
 */
package dev.slicewise.core.metric.multiclass;
