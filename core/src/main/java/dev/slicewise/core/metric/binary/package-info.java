/**
 * Binary classification at a threshold: functions of the confusion table, of the tables of a
 * two-stage cascade and of two models side by side.
 */
package dev.slicewise.core.metric.binary;
