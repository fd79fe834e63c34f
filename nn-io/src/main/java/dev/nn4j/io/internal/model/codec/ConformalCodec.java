// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.codec;

import dev.nn4j.core.conformal.ConformalMethod;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.stored.StoredConformal;
import dev.nn4j.io.internal.proto.Conformal;
import dev.nn4j.io.internal.proto.Preprocessing;
import java.util.Optional;

/** What says how far answers may be from the truth, from and to the file. */
final class ConformalCodec {
    private ConformalCodec() {}

    static Conformal encode(StoredConformal conformal) {
        return Conformal.newBuilder()
                .setMethod(
                        switch (conformal.method()) {
                            case ABSOLUTE -> dev.nn4j.io.internal.proto.ConformalMethod.ABSOLUTE;
                            case SPREAD -> dev.nn4j.io.internal.proto.ConformalMethod.SPREAD;
                            case QUANTILES -> dev.nn4j.io.internal.proto.ConformalMethod.QUANTILES;
                            case DEVIATION -> dev.nn4j.io.internal.proto.ConformalMethod.DEVIATION;
                            case LAC -> dev.nn4j.io.internal.proto.ConformalMethod.LAC;
                            case APS -> dev.nn4j.io.internal.proto.ConformalMethod.APS;
                        })
                .setRows(conformal.rows())
                .build();
    }

    static Optional<StoredConformal> decode(Preprocessing preprocessing, Schema schema) {
        if (!preprocessing.hasConformal()) {
            return Optional.empty();
        }
        Conformal stored = preprocessing.getConformal();
        ConformalMethod method = method(stored);
        boolean several = schema.task() == Task.MULTILABEL;
        Faults.require(
                method.isForNumbers()
                        ? schema.task() == Task.REGRESSION
                        : schema.task().hasLabels() || (several && method == ConformalMethod.LAC),
                "conformal: scores are " + method.word() + ", the model is "
                        + schema.task().word());
        Faults.require(
                method.isFor(schema.distribution()),
                "conformal: scores are " + method.word() + ", which the network's outputs do not say of a target");
        Faults.require(
                stored.getRows() >= 1,
                "conformal: scores must be of 1 to " + Integer.MAX_VALUE + " rows, got "
                        + Integer.toUnsignedString(stored.getRows()));
        return Optional.of(
                new StoredConformal(method, stored.getRows(), schema.task().hasLabels() ? 1 : schema.outputs()));
    }

    private static ConformalMethod method(Conformal stored) {
        return switch (stored.getMethod()) {
            case ABSOLUTE -> ConformalMethod.ABSOLUTE;
            case SPREAD -> ConformalMethod.SPREAD;
            case QUANTILES -> ConformalMethod.QUANTILES;
            case DEVIATION -> ConformalMethod.DEVIATION;
            case LAC -> ConformalMethod.LAC;
            case APS -> ConformalMethod.APS;
            case CONFORMAL_METHOD_UNSPECIFIED, UNRECOGNIZED ->
                throw Faults.corrupt("conformal: method " + stored.getMethodValue() + " is unknown to this version");
        };
    }
}
