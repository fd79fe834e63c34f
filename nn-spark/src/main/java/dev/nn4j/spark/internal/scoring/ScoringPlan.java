// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.scoring;

import java.io.Serializable;
import java.util.List;

/**
 * How rows are answered.
 *
 * @param columns of the rows
 * @param features the column that holds all features; empty where each has its own
 * @param answers which columns come of it
 * @param batchRows how many rows are answered together
 * @param fault what becomes of rows that cannot be answered
 */
public record ScoringPlan(List<String> columns, String features, AnswerSettings answers, int batchRows, RowFault fault)
        implements Serializable {}
