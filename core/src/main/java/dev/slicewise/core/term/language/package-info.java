/** Log-probabilities of tokens, one text a row, and what they cost. */
package dev.slicewise.core.term.language;
