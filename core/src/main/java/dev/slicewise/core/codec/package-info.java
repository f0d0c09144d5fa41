/**
 * The primitives of the state format: bounds-checked, canonical, versioned bytes without Java
 * serialisation. Imports nothing of Slicewise.
 */
package dev.slicewise.core.codec;
