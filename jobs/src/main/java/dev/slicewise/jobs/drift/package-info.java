/**
 * The command {@code drift}: a reference and what is compared with it, from rows or from stored
 * states, as one slice table whose slices are told apart by period as well; the questions to each
 * pair; and what is written of the answers.
 */
package dev.slicewise.jobs.drift;
