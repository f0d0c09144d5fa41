/**
 * Preferences and rewards: pairs of answers of which one was chosen, and the objective of
 * reinforcement learning from them. Enters: sums and tables of pairs. Leaves: shares and means.
 */
package dev.slicewise.core.metric.preference;
