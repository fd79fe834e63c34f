// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.codec;

import dev.nn4j.core.Provenance;
import java.util.Map;
import java.util.TreeMap;

/** A model's history, from and to the file. */
final class ProvenanceCodec {
    private ProvenanceCodec() {}

    static dev.nn4j.io.internal.proto.Provenance encode(Provenance provenance) {
        return dev.nn4j.io.internal.proto.Provenance.newBuilder()
                .setCreatedUtc(provenance.createdUtc())
                .setConfiguration(provenance.configuration())
                .setJavaVersion(provenance.javaVersion())
                .setOperatingSystem(provenance.operatingSystem())
                .addAllExtra(ComponentCodec.encode(provenance.extra()))
                .build();
    }

    static Provenance decode(dev.nn4j.io.internal.proto.Provenance provenance) {
        Map<String, String> extra = new TreeMap<>();
        ComponentCodec.decode("provenance", provenance.getExtraList())
                .forEach((name, value) -> extra.put(name, String.valueOf(value)));
        return Provenance.builder()
                .createdUtc(provenance.getCreatedUtc())
                .configuration(provenance.getConfiguration())
                .javaVersion(provenance.getJavaVersion())
                .operatingSystem(provenance.getOperatingSystem())
                .extra(extra)
                .build();
    }
}
