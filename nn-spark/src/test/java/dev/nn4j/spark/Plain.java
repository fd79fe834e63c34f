// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.List;
import java.util.stream.IntStream;

/** A model of numbers {@code a0, a1, …} that has learnt nothing. */
final class Plain {
    private Plain() {}

    static Model model(int features) {
        Experiment experiment = Experiment.builder()
                .target("y")
                .dense(8, "relu")
                .dense(1, "sigmoid")
                .loss("binary-cross-entropy")
                .build();
        Schema schema = Schema.builder(Task.BINARY)
                .features(IntStream.range(0, features)
                        .mapToObj(i -> Feature.number("a" + i))
                        .toList())
                .targets(List.of("y"))
                .labels(List.of("no", "yes"))
                .positiveClass(1)
                .build();
        Network network = Network.initialized(new NetworkSpec(features, experiment.layers()), 5);
        return Model.builder(schema, network, experiment.loss()).build();
    }
}
