/**
 * The HTML report of an evaluation: one file that needs no network and no script. Results come in,
 * characters go out; it reads core's result types only and computes nothing about a metric, only
 * how numbers look and where marks stand.
 */
package dev.slicewise.jobs.report;
