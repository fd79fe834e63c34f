// SPDX-License-Identifier: Apache-2.0
/** The command line. */
module dev.nn4j.cli {
    requires static org.jspecify;
    requires dev.nn4j.activations;
    requires dev.nn4j.config;
    requires dev.nn4j.export;
    requires dev.nn4j.io;
    requires dev.nn4j.losses;
    requires dev.nn4j.onnx;
    requires dev.nn4j.optim;
    requires dev.nn4j.report;
    requires dev.nn4j.testkit;
    requires dev.nn4j.tune;
    // Its modules stand apart, so that other commands start without them.
    requires static dev.nn4j.serve;
    requires ch.qos.logback.classic;
    requires ch.qos.logback.core;
    requires com.fasterxml.jackson.databind;
    requires info.picocli;
    requires jdk.httpserver;
    requires me.tongfei.progressbar;
    requires org.slf4j;

    opens dev.nn4j.cli.command to
            info.picocli;
    opens dev.nn4j.cli.command.compare to
            info.picocli;
    opens dev.nn4j.cli.command.describe to
            info.picocli;
    opens dev.nn4j.cli.command.explain to
            info.picocli;
    opens dev.nn4j.cli.command.plugins to
            info.picocli;
    opens dev.nn4j.cli.command.predict to
            info.picocli;
    opens dev.nn4j.cli.command.serve to
            info.picocli;
    opens dev.nn4j.cli.command.train to
            info.picocli;

    provides ch.qos.logback.classic.spi.Configurator with
            dev.nn4j.cli.logging.StderrLogging;
}
