// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.verification;

import org.junit.jupiter.api.Assumptions;

/** The Spark beside which tests run. */
final class SparkVersion {
    static final String EXPECTED = System.getProperty("nn.spark.version");

    private SparkVersion() {}

    /** Spark 3.5 asks Hadoop for what JDK 24 has taken out. */
    static void assumeThatItRuns() {
        Assumptions.assumeTrue(
                !EXPECTED.startsWith("3.") || Runtime.version().feature() < 24,
                "Spark " + EXPECTED + " does not run on JDK "
                        + Runtime.version().feature());
    }
}
