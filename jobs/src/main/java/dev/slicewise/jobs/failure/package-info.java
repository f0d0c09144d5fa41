/**
 * How a command ends badly: exit codes, and the one sentence that a person reads instead of a stack
 * trace.
 */
package dev.slicewise.jobs.failure;
