// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number as somebody wrote it, so that writing it back changes nothing: a configuration's text goes into models, and
 * 1e-3 would come out as 0.001. Of any size, as a text is.
 */
final class NumberAsWritten extends NumericNode {
    private static final long serialVersionUID = 1L;

    private final String text;

    /** A number in JSON's grammar. */
    NumberAsWritten(String text) {
        this.text = text;
    }

    @Override
    public String asText() {
        return text;
    }

    /** The nearest double; infinite beyond its range. */
    @Override
    public double doubleValue() {
        return Double.parseDouble(text);
    }

    @Override
    public BigDecimal decimalValue() {
        return new BigDecimal(text);
    }

    @Override
    public BigInteger bigIntegerValue() {
        return decimalValue().toBigInteger();
    }

    @Override
    public Number numberValue() {
        return decimalValue();
    }

    @Override
    public int intValue() {
        return (int) longValue();
    }

    @Override
    public long longValue() {
        return decimalValue().longValue();
    }

    @Override
    public boolean isFloatingPointNumber() {
        return Json.whole(this).isEmpty();
    }

    @Override
    public boolean canConvertToInt() {
        return Json.whole(this).stream().anyMatch(whole -> whole == (int) whole);
    }

    @Override
    public boolean canConvertToLong() {
        return Json.whole(this).isPresent();
    }

    @Override
    public JsonParser.NumberType numberType() {
        return JsonParser.NumberType.BIG_DECIMAL;
    }

    @Override
    public JsonToken asToken() {
        return JsonToken.VALUE_NUMBER_FLOAT;
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeNumber(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NumberAsWritten number && number.text.equals(text);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(text);
    }
}
