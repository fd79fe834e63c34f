// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.bundle;

import java.io.IOException;
import org.apache.spark.sql.SparkSession;

/** What a command does. One is made before Spark starts, and refuses then what its options say wrongly. */
interface Job {
    /** Does it, and gives the report. */
    String run(SparkSession spark) throws IOException;
}
