// SPDX-License-Identifier: Apache-2.0
/** Files: models, checkpoints, ONNX and CSV. */
module dev.nn4j.io {
    requires transitive dev.nn4j.core;
    requires static org.jspecify;
    requires com.google.protobuf;
    requires de.siegmar.fastcsv;
    requires jdk.unsupported;
    requires org.slf4j;

    exports dev.nn4j.io;
}
