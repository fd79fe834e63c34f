// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.kernels;

import dev.nn4j.api.internal.math.Fma;
import dev.nn4j.api.internal.math.WarmUp;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.compute.KernelsUnavailableException;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the kernels by capability and by the amount of work, never by measuring: the same program takes the same path
 * every time. What was chosen is logged once, with the reason.
 */
public final class KernelSelection {
    private static final String VECTOR_MODULE = "jdk.incubator.vector";
    /**
     * Where the two take the same time in a new process: plain Java is five times as slow, and compiled in half the time.
     * Without fma both are ten times as slow, so that compiling pays sooner.
     */
    private static final WarmUp WARM_UP = new WarmUp(Fma.IN_HARDWARE ? 1L << 31 : 1L << 28);

    private KernelSelection() {}

    /**
     * What suits some work that is about to be done: in place of {@code AUTO}, {@code SCALAR} until there has been so much
     * of it in this process that vectors pay.
     */
    public static KernelChoice forWork(KernelChoice choice, long multiplications) {
        return choice == KernelChoice.AUTO && !WARM_UP.isOverAfter(multiplications) ? KernelChoice.SCALAR : choice;
    }

    /**
     * Makes kernels of the chosen implementation.
     *
     * @throws KernelsUnavailableException if vector kernels are asked for and cannot be had; says what is missing
     */
    public static Supplier<Kernels> of(KernelChoice choice) {
        return switch (choice) {
            case SCALAR -> ScalarKernels::new;
            case AUTO -> Automatic.KERNELS;
            case VECTOR -> {
                Automatic found = Automatic.FOUND;
                if (found.provider().isEmpty()) {
                    throw new KernelsUnavailableException(
                            "kernels: vector was asked for, but " + found.reason() + "; or ask for auto or scalar");
                }
                yield found.provider().get()::newKernels;
            }
        };
    }

    /** Found out when first asked for; constant from then on. */
    private record Automatic(Optional<KernelsProvider> provider, String reason) {
        static final Automatic FOUND = find();
        static final Supplier<Kernels> KERNELS = FOUND.kernels();

        private Supplier<Kernels> kernels() {
            if (!Fma.IN_HARDWARE) {
                log().info("kernels: this processor does not multiply and add in one step, or the JVM is told not to"
                        + " (-XX:-UseFMA): results are the same, but training takes about ten times as long");
            }
            if (provider.isPresent()) {
                log().debug("kernels: {}", provider.get().name());
                return provider.get()::newKernels;
            }
            log().info(
                            "kernels: scalar, because {}; results are the same, but training takes about three times as long"
                                    + " as with vectors",
                            reason);
            return ScalarKernels::new;
        }

        /** Asked for when there is something to say: to find a logging library costs more than a prediction. */
        private static Logger log() {
            return LoggerFactory.getLogger(KernelSelection.class);
        }

        private static Automatic find() {
            // Touching the provider before knowing that the module is there would fail with a linkage error.
            if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
                return new Automatic(
                        Optional.empty(),
                        "the module " + VECTOR_MODULE + " is not there: add nn-vector to the module path, or run with"
                                + " --add-modules " + VECTOR_MODULE);
            }
            try {
                Optional<KernelsProvider> provider = ServiceLoader.load(
                                KernelsProvider.class, KernelsProvider.class.getClassLoader())
                        .findFirst();
                if (provider.isEmpty()) {
                    return new Automatic(provider, "nn-vector is not there: add it to the class or module path");
                }
                return provider.get().isUsable()
                        ? new Automatic(provider, "it is there")
                        : new Automatic(Optional.empty(), "this machine has no vectors of at least 128 bits");
            } catch (ServiceConfigurationError | LinkageError e) {
                return new Automatic(Optional.empty(), "nn-vector could not be loaded: " + e.getMessage());
            }
        }
    }
}
