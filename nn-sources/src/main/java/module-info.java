// SPDX-License-Identifier: Apache-2.0
/** Rows of JSON lines and of Arrow, and files packed by zstd: found by their presence beside nn-io. */
module dev.nn4j.sources {
    requires dev.nn4j.io;
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires aircompressor;
    requires flatbuffers.java;
    requires org.apache.arrow.format;
    requires jdk.unsupported; // aircompressor's, which has no descriptor to say so

    provides dev.nn4j.io.RowSourceProvider with
            dev.nn4j.sources.JsonLinesProvider,
            dev.nn4j.sources.arrow.ArrowProvider;
    provides dev.nn4j.io.packed.Unpacker with
            dev.nn4j.sources.ZstdUnpacker;
}
