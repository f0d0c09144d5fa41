package dev.slicewise.spark;

import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.slice.SliceSpec;
import java.util.List;

/**
 * What an evaluation would do; no row has been read.
 *
 * @param plan its metrics and the distinct statistics they share
 * @param slices the slice definitions
 * @param columnsRead the input's columns that are read
 * @param finestGrain names of the dimensions that are scanned; the rest is rolled up
 * @param coarserGrains the dimensions a task goes on with, each set by itself, where the finest
 *     grain has slices of a few rows; none when only the finest will do
 * @param scanKind what would be read of Spark: columnar batches and of which scan, or rows and why
 * @param physicalPlan how Spark would read the rows
 */
public record EvaluationPreview(
    EvaluationPlan plan,
    List<SliceSpec> slices,
    List<String> columnsRead,
    List<String> finestGrain,
    List<List<String>> coarserGrains,
    String scanKind,
    String physicalPlan) {}
