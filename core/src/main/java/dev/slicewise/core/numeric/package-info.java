/**
 * Numbers whose merge is integer addition: exact sums, fixed-point sums, bins of bit patterns, and
 * the hash that replaces randomness. Enters: doubles. Leaves: canonical bytes and once-rounded
 * doubles. Imports nothing of Slicewise but the codec's primitives.
 */
package dev.slicewise.core.numeric;
