/**
 * Gates: what a configuration requires of metrics, judged from a table of states, and written as
 * JSON, JUnit XML, OpenMetrics and lines for people. The statistics are {@code core}'s.
 */
package dev.slicewise.jobs.gate;
