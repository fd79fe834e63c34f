// SPDX-License-Identifier: Apache-2.0
/** The contract that every component implements; depends on the JDK alone. */
@SuppressWarnings("module") // the modules to which the functions are exported are built after this one
module dev.nn4j.api {
    requires static org.jspecify;

    exports dev.nn4j.api;
    exports dev.nn4j.api.math;
    exports dev.nn4j.api.internal.math to
            dev.nn4j.core,
            dev.nn4j.vector;

    uses dev.nn4j.api.internal.math.SliceFunctions;
}
