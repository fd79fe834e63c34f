// SPDX-License-Identifier: Apache-2.0
/** Models as an HTTP service. */
module dev.nn4j.serve {
    requires transitive dev.nn4j.core;
    requires transitive dev.nn4j.io;
    requires dev.nn4j.config;
    requires dev.nn4j.report;
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires org.eclipse.jetty.http;
    requires org.eclipse.jetty.io;
    requires org.eclipse.jetty.server;
    requires org.eclipse.jetty.util;
    requires org.slf4j;

    exports dev.nn4j.serve;
}
