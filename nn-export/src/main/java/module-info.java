// SPDX-License-Identifier: Apache-2.0
/** Models as source of other programs. */
module dev.nn4j.export {
    requires transitive dev.nn4j.core;
    requires dev.nn4j.io;
    requires static org.jspecify;

    exports dev.nn4j.export;
}
