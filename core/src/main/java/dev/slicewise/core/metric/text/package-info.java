/**
 * Metrics of generated text against references. Texts are arrays of tokens; a plain text is split
 * at white space before it gets here.
 */
package dev.slicewise.core.metric.text;
