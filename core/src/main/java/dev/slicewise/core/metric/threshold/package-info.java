/**
 * Binary classification without a threshold, and the threshold that a constraint or a price asks
 * for: functions of the positives and negatives by score. Exact while the score histogram keeps
 * every distinct score apart; beyond that each value carries its certificate.
 */
package dev.slicewise.core.metric.threshold;
