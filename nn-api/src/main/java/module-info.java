// SPDX-License-Identifier: Apache-2.0
/** The contract that every component implements; depends on the JDK alone. */
module dev.nn4j.api {
    requires static org.jspecify;

    exports dev.nn4j.api;
    exports dev.nn4j.api.math;
}
