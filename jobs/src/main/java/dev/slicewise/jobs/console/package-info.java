/** What a person sees in a terminal: aligned tables, sensible digits, progress. */
package dev.slicewise.jobs.console;
