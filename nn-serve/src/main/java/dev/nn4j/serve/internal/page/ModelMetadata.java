// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.FeatureKind;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.serve.internal.answer.OutputTensors;
import dev.nn4j.serve.internal.model.ModelSlot;
import java.util.List;

/** What the Open Inference Protocol tells of a model: names, datatypes and shapes. */
public final class ModelMetadata {
    private ModelMetadata() {}

    /** Of one version; the others are named. */
    public static ObjectNode of(ModelSlot slot, List<ModelSlot> versions) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("name", slot.name().name());
        ArrayNode names = body.putArray("versions");
        versions.forEach(version -> names.add(version.name().version()));
        body.put("platform", "nn4j");
        ArrayNode inputs = body.putArray("inputs");
        for (Feature feature : slot.current().schema().features()) {
            tensor(inputs.addObject(), feature.name(), feature.kind().match(new Datatype()));
        }
        ArrayNode outputs = body.putArray("outputs");
        OutputTensors.of(slot.current().schema())
                .forEach((name, datatype) -> tensor(outputs.addObject(), name, datatype));
        return body;
    }

    private static void tensor(ObjectNode into, String name, String datatype) {
        into.put("name", name);
        into.put("datatype", datatype);
        into.putArray("shape").add(-1);
    }

    private static final class Datatype implements FeatureKind.Cases<String> {
        @Override
        public String number(NumberKind kind) {
            return kind.offset() == 0 ? "FP32" : "FP64";
        }

        @Override
        public String category(CategoryKind kind) {
            return "BYTES";
        }

        @Override
        public String bool(BooleanKind kind) {
            return "BOOL";
        }

        @Override
        public String dateTime(DateTimeKind kind) {
            return "BYTES";
        }
    }
}
