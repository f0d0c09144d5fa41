/** Words for people: nearest names for error messages. Imports nothing of Slicewise. */
package dev.slicewise.core.text;
