/** Telling people and programs what came of a run, by webhook. */
package dev.slicewise.jobs.notify;
