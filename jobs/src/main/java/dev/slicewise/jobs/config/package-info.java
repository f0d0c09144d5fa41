/**
 * From flags and a YAML file to what a command shall do, checked as far as that needs no data.
 * Flags override keys; unknown names are refused with the nearest known one.
 */
package dev.slicewise.jobs.config;
