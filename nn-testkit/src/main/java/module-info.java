// SPDX-License-Identifier: Apache-2.0
/** Conformance checks for components; JUnit is needed only by those who use its adapter. */
module dev.nn4j.testkit {
    requires transitive dev.nn4j.api;
    requires static org.jspecify;
    // Not transitive, or whoever requires this module could not be compiled without JUnit.
    requires static org.junit.jupiter.api;

    exports dev.nn4j.testkit;
    exports dev.nn4j.testkit.junit;
}
