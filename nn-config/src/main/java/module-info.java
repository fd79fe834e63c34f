// SPDX-License-Identifier: Apache-2.0
/** Experiments as JSON that people write, and configurations that fit a table. */
@SuppressWarnings("module") // nn-report and nn-cli are built after it
module dev.nn4j.config {
    requires transitive dev.nn4j.core;
    requires transitive dev.nn4j.io;
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;

    exports dev.nn4j.config;
    exports dev.nn4j.config.starter;
    exports dev.nn4j.config.internal.json to
            dev.nn4j.cli,
            dev.nn4j.report,
            dev.nn4j.serve,
            dev.nn4j.tune;
    exports dev.nn4j.config.internal.reading to
            dev.nn4j.tune;
    exports dev.nn4j.config.internal.text to
            dev.nn4j.cli,
            dev.nn4j.report;
}
