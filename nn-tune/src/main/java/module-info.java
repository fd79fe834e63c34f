// SPDX-License-Identifier: Apache-2.0
/** Searches for the settings with which a training answers best. */
@SuppressWarnings("module") // nn-report and nn-cli are built after it
module dev.nn4j.tune {
    requires transitive dev.nn4j.config;
    requires transitive dev.nn4j.core;
    requires dev.nn4j.io;
    requires static org.jspecify;
    requires com.fasterxml.jackson.databind;

    exports dev.nn4j.tune;
}
