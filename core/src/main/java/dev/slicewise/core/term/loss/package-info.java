/**
 * The losses, one record each: value, gradient and curvature of a row, with the noise model it is
 * the likelihood of and the functional it elicits. Imports {@code term} and {@code numeric} only.
 */
package dev.slicewise.core.term.loss;
