/**
 * What a person reads about a metric, once for all readers: the command line, SQL and the generated
 * reference enter with a catalogue entry and leave with its text. Holds no metric of its own.
 */
package dev.slicewise.core.metric.reference;
