// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture.planted;

import dev.nn4j.io.internal.protobuf.ByteString;
import dev.nn4j.io.internal.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Map;

/** An interface whose callers need a library that is nobody's business. */
public class Leaking {
    public final Map<String, ByteString> field = Map.of();

    public ByteString returns() {
        return ByteString.EMPTY;
    }

    public void takes(List<? extends ByteString> bytes) {}

    public void takesAnArray(ByteString[] bytes) {}

    public <T extends ByteString> void isGenericIn(T bytes) {}

    public void fails() throws InvalidProtocolBufferException {}

    protected ByteString givesToSubclasses() {
        return ByteString.EMPTY;
    }
}
