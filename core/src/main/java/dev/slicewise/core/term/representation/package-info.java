/** Embeddings, one or several a row, and losses that say what should be near and what far. */
package dev.slicewise.core.term.representation;
