// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.bundle;

import dev.nn4j.spark.internal.StageFiles;
import java.io.PrintStream;
import org.apache.spark.sql.SparkSession;

/**
 * What a job that trains works with.
 *
 * @param options what it was asked
 * @param progress takes a line now and then
 * @param files that it reads and writes
 */
record Workplace(SparkSession spark, Options options, PrintStream progress, StageFiles files) {
    Workplace(SparkSession spark, Options options, PrintStream progress) {
        this(spark, options, progress, new StageFiles(spark));
    }
}
