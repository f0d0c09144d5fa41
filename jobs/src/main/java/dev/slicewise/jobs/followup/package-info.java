/**
 * What a command does with a table of results once it is there, the same for every command: gates
 * are judged, and what came of it is written, recorded, printed and returned.
 */
package dev.slicewise.jobs.followup;
