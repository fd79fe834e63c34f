// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.codec;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.ModelFormatException.Reason;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.format.Format;
import dev.nn4j.io.internal.model.format.Names;
import dev.nn4j.io.internal.model.stored.FileHeader;
import dev.nn4j.io.internal.proto.Envelope;

/** The envelope, from and to the file; here a reader decides whether the rest is for it. */
public final class HeaderCodec {
    private HeaderCodec() {}

    public static Envelope encode(FileHeader header) {
        return Envelope.newBuilder()
                .setFormatVersion(header.formatVersion())
                .setMinReaderVersion(header.minReaderVersion())
                .addAllRequiredFeatures(header.requiredFeatures())
                .setProducer(header.producer())
                .setProducerVersion(header.producerVersion())
                .setTensorCount(header.tensorCount())
                .setTensorBytes(header.tensorBytes())
                .setBodyLength(header.bodyBytes())
                .build();
    }

    public static FileHeader decode(Envelope envelope) {
        requireReadable(envelope);
        Faults.require(
                envelope.getTensorCount() >= 0 && envelope.getTensorBytes() >= 0 && envelope.getBodyLength() >= 0,
                "its envelope has a size that no file can have");
        return new FileHeader(
                envelope.getFormatVersion(),
                envelope.getMinReaderVersion(),
                envelope.getRequiredFeaturesList(),
                envelope.getProducer(),
                envelope.getProducerVersion(),
                envelope.getTensorCount(),
                envelope.getTensorBytes(),
                envelope.getBodyLength());
    }

    private static void requireReadable(Envelope envelope) {
        String producer = Names.free("the producer", envelope.getProducer()) + " "
                + Names.free("the producer's version", envelope.getProducerVersion());
        String writer = "it was written by " + producer.strip();
        if (Integer.compareUnsigned(envelope.getMinReaderVersion(), Format.VERSION) > 0) {
            throw Faults.tooNew("is newer than this version of nn4j: it needs a reader of format version "
                    + Integer.toUnsignedString(envelope.getMinReaderVersion()) + ", this one reads up to "
                    + Format.VERSION + "; " + writer);
        }
        if (Integer.compareUnsigned(envelope.getFormatVersion(), Format.OLDEST_VERSION) < 0) {
            throw new ModelFormatException(
                    Reason.TOO_OLD,
                    "has format version " + envelope.getFormatVersion() + ", the oldest that is read is "
                            + Format.OLDEST_VERSION + "; " + writer);
        }
        for (String feature : envelope.getRequiredFeaturesList()) {
            if (!Format.FEATURES.contains(feature)) {
                throw Faults.tooNew("needs the feature " + Faults.quoted(feature)
                        + ", which this version of nn4j does not have; " + writer);
            }
        }
    }
}
