/**
 * The benchmark: generated rows with known answers go in, alternatives take turns on them, {@code
 * bench.json} comes out. {@link dev.slicewise.bench.Bench} is its command line, {@code
 * docs/performance.md} its method. An alternative whose answers are wrong fails the run.
 */
package dev.slicewise.bench;
