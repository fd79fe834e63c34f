// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.plugin;

import dev.nn4j.api.Component;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.registry.Registration;
import dev.nn4j.testkit.ActivationContract;
import dev.nn4j.testkit.Contract;
import dev.nn4j.testkit.InitializerContract;
import dev.nn4j.testkit.LossContract;
import dev.nn4j.testkit.OptimizerContract;
import dev.nn4j.testkit.Verdict;
import java.nio.file.Path;
import java.util.List;

/**
 * What checking a plugin found.
 *
 * @param faults why it, or some of its components, cannot be loaded
 * @param components those that can be
 */
public record PluginVerification(List<String> faults, List<Checked> components) {
    /** The same on every run: whoever mends a finding wants to see it go. */
    private static final long SEED = 1;

    /**
     * A component with what each check says of it.
     *
     * @param registration the component
     * @param verdicts in the order of the contract
     */
    public record Checked(Registration registration, List<Verdict> verdicts) {}

    /** Loads a jar and checks it. */
    public static PluginVerification of(Path jar) {
        ComponentRegistry alone =
                ComponentRegistry.builder().addPlugins(List.of(jar)).build();
        List<Checked> components = alone.registrations().stream()
                .map(one -> new Checked(one, verify(one)))
                .toList();
        return new PluginVerification(alone.faults(), components);
    }

    private static List<Verdict> verify(Registration registration) {
        return switch (registration.kind().word()) {
            case "activation" -> verify(ComponentKind.ACTIVATION, new ActivationContract(SEED), registration);
            case "loss" -> verify(ComponentKind.LOSS, new LossContract(SEED), registration);
            case "initializer" -> verify(ComponentKind.INITIALIZER, new InitializerContract(SEED), registration);
            case "optimizer" -> verify(ComponentKind.OPTIMIZER, new OptimizerContract(SEED), registration);
            default -> throw new IllegalStateException("no contract for " + registration.kind());
        };
    }

    private static <C extends Component> List<Verdict> verify(
            ComponentKind<C> kind, Contract<C> contract, Registration registration) {
        return contract.verify(kind.service().cast(registration.component()));
    }

    /** Whether there are components, and nothing was found. */
    public boolean passed() {
        return !components.isEmpty() && faults.isEmpty() && failures() == 0;
    }

    /** What was found, in a line. */
    public String summary() {
        if (components.isEmpty() && faults.size() == 1) {
            return faults.get(0);
        }
        if (components.isEmpty() && faults.isEmpty()) {
            return "there is no plugin to check; name a plugin's jar, or a folder of such jars";
        }
        long checks =
                components.stream().mapToLong(one -> one.verdicts().size()).sum();
        String broken = faults.isEmpty() ? "" : "; cannot be loaded: " + String.join("; ", faults);
        return failures() + " of " + checks + " checks failed" + broken + "; fix the component and verify again";
    }

    private long failures() {
        return components.stream()
                .flatMap(one -> one.verdicts().stream())
                .filter(verdict -> !verdict.passed())
                .count();
    }
}
