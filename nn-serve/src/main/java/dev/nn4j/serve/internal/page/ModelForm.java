// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.core.profile.ColumnProfile;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.serve.internal.model.ModelSlot;
import dev.nn4j.serve.internal.model.ServedModel;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What a page has to know of a model to ask it: features with ranges and examples, answers, and what it can say of them. */
public final class ModelForm {
    private static final double USUAL_LEVEL = 0.9;

    private ModelForm() {}

    /** Of a model. */
    public static ObjectNode of(ModelSlot slot) {
        ServedModel model = slot.current();
        Schema schema = model.schema();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", slot.name().name());
        json.put("version", slot.name().version());
        json.put("sha256", model.description().sha256());
        json.put("task", schema.task().word());
        json.set("targets", Json.texts(schema.targets()));
        json.set("labels", Json.texts(schema.labels()));
        if (schema.task() == Task.BINARY) {
            json.put("positive", schema.labels().get(schema.positiveClass()));
        }
        json.set("features", features(model));
        json.put("explains", model.isExplainable());
        json.put("checks", model.model().profile().isPresent());
        json.put("interval", can(() -> model.model().intervals(USUAL_LEVEL)));
        json.put("set", can(() -> model.model().sets(USUAL_LEVEL)));
        slot.failure().ifPresent(failure -> json.put("newFileRefused", failure));
        return json;
    }

    /** Of its features. */
    static ArrayNode features(ServedModel model) {
        ArrayNode into = JsonNodeFactory.instance.arrayNode();
        Schema schema = model.schema();
        List<String> cells = model.model().golden().cells();
        int count = schema.features().size();
        boolean none = cells.size() < count;
        float[] raw = new float[schema.rawWidth()];
        List<String> example = none ? Collections.nCopies(count, "") : cells.subList(0, count);
        if (none) {
            Arrays.fill(raw, Float.NaN);
        } else {
            schema.bind("golden rows", schema.featureNames()).read(1, example, raw, 0);
        }
        int at = 0;
        for (int f = 0; f < count; f++) {
            Feature feature = schema.features().get(f);
            int place = f;
            Optional<ColumnProfile> profile =
                    model.model().profile().map(rows -> rows.columns().get(place));
            into.add(new FeatureForm(feature, profile, example.get(f), raw[at]).json());
            at += feature.rawWidth();
        }
        return into;
    }

    private interface Asking {
        Object ask();
    }

    private static boolean can(Asking asking) {
        try {
            asking.ask();
            return true;
        } catch (IllegalStateException | IllegalArgumentException e) {
            return false;
        }
    }
}
