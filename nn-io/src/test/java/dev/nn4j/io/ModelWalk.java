// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.io.internal.protobuf.CodedInputStream;
import dev.nn4j.io.internal.protobuf.Descriptors.Descriptor;
import dev.nn4j.io.internal.protobuf.Descriptors.EnumValueDescriptor;
import dev.nn4j.io.internal.protobuf.Descriptors.FieldDescriptor;
import dev.nn4j.io.internal.protobuf.WireFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** A file field by field: where it stands, its bytes, what they mean. */
final class ModelWalk {
    static final Path PAGE = Path.of("../docs/model-format.md");
    private static final String BEFORE = "<!-- walk -->\n```\n";
    private static final String BEHIND = "```\n<!-- end of walk -->";
    private static final int MOST_BYTES_SHOWN = 10;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final byte[] bytes;
    private final CodedInputStream in;
    private final StringBuilder text = new StringBuilder();

    private ModelWalk(byte[] bytes) {
        this.bytes = bytes;
        this.in = CodedInputStream.newInstance(bytes);
    }

    static ModelWalk ofTheSmallest() throws IOException {
        ModelWalk walk = new ModelWalk(Files.readAllBytes(GoldenFiles.model("smallest")));
        walk.message(dev.nn4j.io.internal.proto.ModelFile.getDescriptor(), 0);
        return walk;
    }

    String text() {
        return text.toString();
    }

    /** The walk that a page holds. */
    static String in(Path page) throws IOException {
        String text = Files.readString(page);
        int from = text.indexOf(BEFORE) + BEFORE.length();
        return text.substring(from, text.indexOf(BEHIND, from));
    }

    void writeInto(Path page) throws IOException {
        Files.writeString(page, Files.readString(page).replace(BEFORE + in(page) + BEHIND, BEFORE + text + BEHIND));
    }

    private void message(Descriptor type, int depth) throws IOException {
        while (!in.isAtEnd()) {
            int start = in.getTotalBytesRead();
            int tag = in.readTag();
            FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
            if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                int length = in.readRawVarint32();
                line(start, depth, field.getName() + ", " + length + " bytes");
                int limit = in.pushLimit(length);
                message(field.getMessageType(), depth + 1);
                in.popLimit(limit);
            } else {
                String value = field.isPacked() ? packed(field).toString() : value(field);
                line(start, depth, field.getName() + " = " + value);
            }
        }
    }

    private List<String> packed(FieldDescriptor field) throws IOException {
        List<String> values = new ArrayList<>();
        int limit = in.pushLimit(in.readRawVarint32());
        while (!in.isAtEnd()) {
            values.add(value(field));
        }
        in.popLimit(limit);
        return values;
    }

    private String value(FieldDescriptor field) throws IOException {
        return switch (field.getType()) {
            case FIXED64 -> fixed64(field, in.readFixed64());
            case FIXED32 -> String.format(Locale.ROOT, "0x%08X", in.readFixed32());
            case UINT32, UINT64 -> Long.toString(in.readUInt64());
            case SINT64 -> Long.toString(in.readSInt64());
            case DOUBLE -> Double.toString(in.readDouble());
            case BOOL -> Boolean.toString(in.readBool());
            case STRING -> "\"" + in.readString() + "\"";
            case BYTES -> bytesOf(field);
            case ENUM -> enumerated(field, in.readEnum());
            default -> throw new IllegalStateException(field + " is of a type that no field had");
        };
    }

    private static String fixed64(FieldDescriptor field, long value) {
        return field.getName().endsWith("magic")
                ? String.format(Locale.ROOT, "0x%016X", value)
                : Long.toUnsignedString(value);
    }

    private String bytesOf(FieldDescriptor field) throws IOException {
        byte[] value = in.readByteArray();
        return field.getName().equals("data") ? HEX.formatHex(value) : value.length + " bytes";
    }

    private static String enumerated(FieldDescriptor field, int number) {
        EnumValueDescriptor value = field.getEnumType().findValueByNumber(number);
        return value.getName();
    }

    /** From where a field starts to where the stream stands; of a message that is its tag and length. */
    private void line(int start, int depth, String meaning) {
        int end = in.getTotalBytesRead();
        int shown = Math.min(end - start, MOST_BYTES_SHOWN);
        String hex = HEX.formatHex(bytes, start, start + shown) + (shown < end - start ? " …" : "");
        text.append(String.format(Locale.ROOT, "%4d  %-31s  %s%s\n", start, hex, "  ".repeat(depth), meaning));
    }
}
