/**
 * From a batch of columns to one number per row: roles, domains (which rows count, and why the
 * others do not), terms and losses. Imports {@code numeric} only.
 */
package dev.slicewise.core.term;
