/** Where else the metrics of a run go: tables and services of others. */
package dev.slicewise.jobs.sink;
