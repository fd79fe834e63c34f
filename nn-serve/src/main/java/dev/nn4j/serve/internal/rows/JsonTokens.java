// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.rows;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** JSON, one token after the other. */
interface JsonTokens {
    /** Goes on to the next token; null at the end. */
    @Nullable
    JsonToken next() throws IOException;

    /** Goes on to the next token, and gives the name that it is; null if it is none. */
    @Nullable
    String nextName() throws IOException;

    /** The token at which it stands. */
    JsonToken current();

    /** The text of a text or a name; of other values, as they are written. */
    String text() throws IOException;

    /** The number at which it stands: a Long, a Double, or, of whole ones that are too large, a BigDecimal. */
    Number number() throws IOException;

    /** The whole number at which it stands, which must be an int. */
    int whole() throws IOException;

    /** Goes on to the end of the object or list at which it stands, if it stands at one. */
    void skipChildren() throws IOException;
}
