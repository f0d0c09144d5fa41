/** What is read: a path, table or query becomes a DataFrame, with its identity for the record. */
package dev.slicewise.jobs.input;
