/**
 * Talking to other machines: secrets that are only ever referred to, and requests that go where
 * they may go and nowhere else.
 */
package dev.slicewise.jobs.remote;
