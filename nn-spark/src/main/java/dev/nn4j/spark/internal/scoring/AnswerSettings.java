// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.scoring;

import java.io.Serializable;

/**
 * Which columns of answers there are, by their names; an empty name stands for none.
 *
 * @param prediction the answer itself
 * @param probability each label's, in the model's order
 * @param interval where the truth lies, or the labels that may be it
 * @param level the share of rows for which the interval holds, in (0, 1)
 * @param contributions of each feature
 */
public record AnswerSettings(String prediction, String probability, String interval, double level, String contributions)
        implements Serializable {}
