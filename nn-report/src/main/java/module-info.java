// SPDX-License-Identifier: Apache-2.0
/** What there is to say of trainings and models: text, JSON, pictures and HTML. */
@SuppressWarnings("module") // nn-serve and nn-cli are built after it
module dev.nn4j.report {
    requires transitive dev.nn4j.core;
    requires transitive dev.nn4j.io;
    requires dev.nn4j.config;
    requires transitive dev.nn4j.tune;
    requires static org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires java.desktop;

    exports dev.nn4j.report;
    exports dev.nn4j.report.decision;
    exports dev.nn4j.report.plot;
    exports dev.nn4j.report.card;
    exports dev.nn4j.report.comparison;
    exports dev.nn4j.report.data;
    exports dev.nn4j.report.explanation;
    exports dev.nn4j.report.live;
    exports dev.nn4j.report.tensorboard;
    exports dev.nn4j.report.internal.prediction to
            dev.nn4j.cli,
            dev.nn4j.serve;
    exports dev.nn4j.report.internal.text to
            dev.nn4j.cli,
            dev.nn4j.serve;
}
