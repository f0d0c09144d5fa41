/**
 * Calibration: whether what is predicted with probability p happens in a share p of the cases, and
 * whether what is forecast comes true on average. Reads bins of predictions; sees no row.
 */
package dev.slicewise.core.metric.calibration;
