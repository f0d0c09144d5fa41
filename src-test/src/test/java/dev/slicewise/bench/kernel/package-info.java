/**
 * JMH benchmarks of the kernel: what a value, a merge and a state's bytes cost, statistic by
 * statistic. {@code bin/slicewise bench --kernels} runs them.
 */
package dev.slicewise.bench.kernel;
