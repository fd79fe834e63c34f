// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.fuzz;

import dev.nn4j.io.internal.proto.ModelFile;
import dev.nn4j.io.internal.proto.Tensor;
import dev.nn4j.io.internal.protobuf.ByteString;
import dev.nn4j.io.internal.protobuf.Descriptors.EnumValueDescriptor;
import dev.nn4j.io.internal.protobuf.Descriptors.FieldDescriptor;
import dev.nn4j.io.internal.protobuf.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Edits of a golden file: the first choice names the file, the second whether its envelope is made right again, and the
 * rest say field by field what is set, cleared, repeated, swapped and removed.
 */
final class ModelEdits {
    private static final int MOST_EDITS = 64;
    private static final int MOST_COPIES = 300;
    private static final int MOST_DATA = 1 << 18;

    /** Only ever added to: inputs mean files by their place here. */
    private static final List<ModelFile> GOLDEN = Stream.of(
                    "binary",
                    "multi-class",
                    "multi-label",
                    "regression",
                    "checkpoint",
                    "normalized",
                    "mixed",
                    "number-offsets",
                    "missing-marks",
                    "refused-gaps",
                    "written-numbers",
                    "ensemble",
                    "numeric-embedding",
                    "parametric",
                    "thresholds",
                    "residual",
                    "periodic-embedding",
                    "category-embedding",
                    "conformal")
            .map(ModelEdits::golden)
            .toList();

    private static final List<String> WORDS = List.of(
            "",
            "relu",
            "softmax",
            "identity",
            "huber",
            "mean-squared-error",
            "leaky-relu",
            "alpha",
            "rate",
            "java.lang.Runtime",
            "acme:swish",
            "../../x",
            "l0",
            "\u001b[31m",
            "\0",
            "x".repeat(300),
            "standard",
            "min-max",
            "zeros",
            "1e999",
            "NaN",
            "1,5",
            "\ud83d\ude00");

    private final Choices choices;

    private ModelEdits(Choices choices) {
        this.choices = choices;
    }

    /** The bytes of the file that these choices make. */
    static byte[] apply(Choices choices) {
        ModelFile.Builder file = choices.of(GOLDEN).toBuilder();
        boolean truthful = choices.below(4) < 3;
        ModelEdits edits = new ModelEdits(choices);
        for (int i = 0; i < MOST_EDITS && !choices.isEmpty(); i++) {
            edits.edit(file);
        }
        return Resealed.bytes(file, truthful);
    }

    private void edit(Message.Builder message) {
        List<FieldDescriptor> fields = message.getDescriptorForType().getFields();
        if (fields.isEmpty()) {
            return;
        }
        FieldDescriptor field = choices.of(fields);
        if (field.isRepeated()) {
            editList(message, field);
        } else if (choices.below(8) == 7) {
            message.clearField(field);
        } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            edit(message.getFieldBuilder(field));
        } else {
            message.setField(field, value(field));
        }
        if (message instanceof Tensor.Builder tensor) {
            fill(tensor);
        }
    }

    private void editList(Message.Builder message, FieldDescriptor field) {
        List<Object> values = new ArrayList<>((List<?>) message.getField(field));
        int at = choices.below(values.size());
        switch (choices.below(8)) {
            case 0 -> values.clear();
            case 1 -> values.add(value(message, field));
            case 2 -> addCopies(values, at, 1);
            case 3 -> addCopies(values, at, MOST_COPIES);
            case 4 -> {
                if (!values.isEmpty()) {
                    values.remove(at);
                }
            }
            case 5 -> {
                if (!values.isEmpty()) {
                    values.add(choices.below(values.size()), values.remove(at));
                }
            }
            default -> {
                if (!values.isEmpty()) {
                    values.set(at, changed(field, values.get(at)));
                }
            }
        }
        message.setField(field, values);
    }

    private static void addCopies(List<Object> values, int at, int count) {
        for (int i = 0; i < count && !values.isEmpty(); i++) {
            values.add(values.get(at));
        }
    }

    private Object changed(FieldDescriptor field, Object old) {
        if (!(old instanceof Message message)) {
            return value(field);
        }
        Message.Builder builder = message.toBuilder();
        edit(builder);
        return builder.build();
    }

    private Object value(Message.Builder parent, FieldDescriptor field) {
        if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
            return value(field);
        }
        Message.Builder fresh = parent.newBuilderForField(field);
        edit(fresh);
        return fresh.build();
    }

    private Object value(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case INT -> (int) choices.number();
            case LONG -> choices.number();
            case FLOAT -> (float) choices.real();
            case DOUBLE -> choices.real();
            case BOOLEAN -> choices.below(2) == 1;
            case STRING -> text();
            case BYTE_STRING -> ByteString.copyFrom(choices.bytes());
            case ENUM -> enumerated(field);
            case MESSAGE -> throw new IllegalArgumentException(field.getFullName() + " is made of values");
        };
    }

    private EnumValueDescriptor enumerated(FieldDescriptor field) {
        return field.getEnumType().findValueByNumberCreatingIfUnknown(choices.below(10));
    }

    private String text() {
        return choices.below(4) == 0 ? new String(choices.bytes(), StandardCharsets.UTF_8) : choices.of(WORDS);
    }

    /** Sometimes gives a tensor as much data as its dimensions ask for, so that other sizes get past the lengths. */
    private void fill(Tensor.Builder tensor) {
        long bytes = Float.BYTES;
        for (long dim : tensor.getDimsList()) {
            bytes = Math.min(Math.max(bytes, 0), MOST_DATA + 1L) * Math.min(Math.max(dim, 0), MOST_DATA + 1L);
        }
        if (choices.below(2) == 1 && bytes <= MOST_DATA) {
            tensor.setData(ByteString.copyFrom(new byte[(int) bytes]));
        }
    }

    private static ModelFile golden(String kind) {
        try {
            return ModelFile.parseFrom(GoldenModels.bytes(kind));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
