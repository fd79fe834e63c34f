// SPDX-License-Identifier: Apache-2.0
/** Files: models, checkpoints and CSV. */
@SuppressWarnings("module") // nn-onnx is built after it
module dev.nn4j.io {
    requires transitive dev.nn4j.core;
    requires static org.jspecify;
    requires de.siegmar.fastcsv;
    requires java.logging; // protobuf's, which is a package here
    requires org.slf4j;

    exports dev.nn4j.io;
    exports dev.nn4j.io.packed;
    exports dev.nn4j.io.sink;
    exports dev.nn4j.io.internal.file to
            dev.nn4j.onnx;
    exports dev.nn4j.io.internal.model to
            dev.nn4j.onnx;
    exports dev.nn4j.io.internal.model.format to
            dev.nn4j.onnx;
    exports dev.nn4j.io.internal.protobuf to
            dev.nn4j.onnx,
            dev.nn4j.report;

    uses dev.nn4j.io.RowSourceProvider;
    uses dev.nn4j.io.packed.Unpacker;
    uses dev.nn4j.io.sink.RowSinkProvider;
}
