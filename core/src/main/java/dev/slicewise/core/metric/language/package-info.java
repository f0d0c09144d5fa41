/** Metrics of language models from the log-probabilities of tokens. */
package dev.slicewise.core.metric.language;
