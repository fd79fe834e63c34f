// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The session of tests, of which a JVM has one at a time. */
final class Session {
    private Session() {}

    /** On this machine, with four tasks at a time, each of which is tried up to four times. */
    static SparkSession get() {
        return builder("local[4,4]").getOrCreate();
    }

    static SparkSession.Builder builder(String master) {
        return SparkSession.builder()
                .master(master)
                .appName("nn4j")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "3")
                .config(
                        "spark.sql.warehouse.dir",
                        Path.of("target", "warehouse").toUri().toString())
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.log.level", "OFF");
    }
}
