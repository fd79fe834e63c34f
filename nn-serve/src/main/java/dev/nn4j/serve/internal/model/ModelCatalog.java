// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.model;

import dev.nn4j.api.NearestName;
import dev.nn4j.api.Printable;
import dev.nn4j.serve.internal.call.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The models that are served, by name and version. Fixed when the server starts. */
public final class ModelCatalog {
    private final NavigableMap<ModelName, ModelSlot> slots;
    private final Map<String, List<ModelSlot>> versions = new LinkedHashMap<>();
    private final Map<String, ModelShadow> shadows;

    /**
     * Of these.
     *
     * @param shadows by the name whose default version they stand behind
     */
    public ModelCatalog(Collection<ModelSlot> models, Map<String, ModelShadow> shadows) {
        this.slots = new TreeMap<>();
        this.shadows = Map.copyOf(shadows);
        models.forEach(slot -> slots.put(slot.name(), slot));
        slots.values()
                .forEach(slot -> versions.computeIfAbsent(slot.name().name(), name -> new ArrayList<>())
                        .add(slot));
    }

    /** All of them, in order. */
    public Collection<ModelSlot> slots() {
        return slots.values();
    }

    /** Models that answer for comparison only. */
    public Map<String, ModelShadow> shadows() {
        return shadows;
    }

    /** Their names. */
    public List<String> names() {
        return List.copyOf(versions.keySet());
    }

    /** The versions of a name, the one that answers by default last. */
    public List<ModelSlot> versions(String name) {
        List<ModelSlot> found = versions.get(name);
        if (found == null) {
            throw Refusal.unknown("there is no model '" + Printable.of(name) + "'" + NearestName.hint(name, names())
                    + "; there are " + String.join(", ", names()));
        }
        return found;
    }

    /** The name that stands first in a path, if it is a model's; else nothing. */
    public String known(List<String> path) {
        return path.isEmpty() || !versions.containsKey(path.get(0)) ? "" : path.get(0);
    }

    /** The default version of a name. */
    public ModelSlot slot(String name) {
        List<ModelSlot> versions = versions(name);
        return versions.get(versions.size() - 1);
    }

    /** By what stands in a path: a name, or a name and a version. */
    public ModelSlot slot(List<String> path) {
        return path.size() == 1 ? slot(path.get(0)) : slot(path.get(0), path.get(1));
    }

    /** What is asked beside a model: a shadow stands behind the version that answers by default. */
    public Optional<ModelShadow> shadowOf(ModelSlot slot) {
        String name = slot.name().name();
        return Optional.ofNullable(shadows.get(name)).filter(shadow -> slot(name) == slot);
    }

    /** One version of a name. */
    public ModelSlot slot(String name, String version) {
        List<String> there =
                versions(name).stream().map(slot -> slot.name().version()).toList();
        if (!there.contains(version)) {
            throw Refusal.unknown("model " + name + " has no version '" + Printable.of(version) + "'; it has "
                    + String.join(", ", there));
        }
        return versions(name).get(there.indexOf(version));
    }

    /** Looks whether files have changed. */
    public void refresh() {
        slots.values().forEach(ModelSlot::refresh);
        shadows.values().forEach(shadow -> shadow.slot().refresh());
    }
}
