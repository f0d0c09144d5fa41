/** The catalogue of metrics as a person or a program reads it; needs no Spark. */
package dev.slicewise.jobs.catalogue;
