/** The output directory: its files, their exact bytes, and how it appears whole or not at all. */
package dev.slicewise.jobs.output;
