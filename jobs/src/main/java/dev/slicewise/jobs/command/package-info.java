/**
 * What the commands on Spark share: their common flags, the session, where results go. Imports
 * everything but the commands.
 */
package dev.slicewise.jobs.command;
