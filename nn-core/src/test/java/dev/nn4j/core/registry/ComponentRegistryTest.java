// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.Swish;
import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ComponentException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentRegistryTest {
    private static final ComponentRegistry STANDARD = ComponentRegistry.standard();

    @TempDir
    private Path directory;

    private static RegistryBuilder with(Swish component) {
        return ComponentRegistry.builder().add(ComponentKind.ACTIVATION, component);
    }

    private ComponentRegistry plugins(String... providers) throws IOException {
        return ComponentRegistry.builder()
                .addProviders(new PluginLoader(directory, providers))
                .build();
    }

    @Test
    void seesTheBuiltInsOfAllKindsWithoutFault() {
        assertThat(STANDARD.faults()).isEmpty();
        assertThat(STANDARD.registrations())
                .extracting(Registration::kind)
                .containsAll(ComponentKind.all())
                .isSortedAccordingTo((a, b) ->
                        ComponentKind.all().indexOf(a) - ComponentKind.all().indexOf(b));
        assertThat(STANDARD.registrations())
                .filteredOn(registration -> registration.kind() == ComponentKind.OPTIMIZER)
                .extracting(registration -> registration.component().name())
                .containsExactly("adagrad", "adam", "adamw", "gradient-descent", "momentum", "nadam", "rmsprop");
        assertThat(STANDARD.registrations())
                .extracting(registration -> registration.origin().provider())
                .containsOnly("nn4j");
    }

    @ParameterizedTest
    @CsvSource({"relu, relu", "ReLU, relu", "LEAKY_RELU, leaky-relu", "' sigmoid ', sigmoid", "gelu_tanh, gelu-tanh"})
    void looksNamesUpWhateverTheirCaseAndHyphens(String asked, String name) {
        assertThat(STANDARD.activation(asked).name()).isEqualTo(name);
    }

    @Test
    void knowsAliases() {
        assertThat(STANDARD.loss("bce").name()).isEqualTo("binary-cross-entropy");
        assertThat(STANDARD.optimizer("SGD").name()).isEqualTo("gradient-descent");
        assertThat(STANDARD.initializer("glorot_uniform").name()).isEqualTo("xavier-uniform");
    }

    @Test
    void theLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(STANDARD.activation("SIGMOID").name()).isEqualTo("sigmoid");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void setsHyperparameters() {
        assertThat(STANDARD.find(ComponentKind.ACTIVATION, "leaky-relu", Map.of("alpha", 0.25))
                        .hyperparameters()
                        .values())
                .containsExactly(Map.entry("alpha", 0.25));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> STANDARD.find(ComponentKind.ACTIVATION, "leaky-relu", Map.of("alpa", 0.25)))
                .withMessage("leaky-relu: unknown parameter 'alpa'; did you mean 'alpha'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> STANDARD.find(ComponentKind.ACTIVATION, "leaky-relu", Map.of("alpha", 2)))
                .withMessage("leaky-relu: alpha must be in [0, 1], got 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> STANDARD.find(ComponentKind.ACTIVATION, "relu", Map.of("alpha", 2)))
                .withMessage("relu: unknown parameter 'alpha'; it has none");
    }

    @Test
    void anUnknownNameIsRefusedWithTheNearest() {
        assertThatExceptionOfType(ComponentException.class)
                .isThrownBy(() -> STANDARD.activation("rellu"))
                .withMessage("unknown activation 'rellu'; did you mean 'relu'?")
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.MISSING);
                    assertThat(refused.component()).isEqualTo("rellu");
                });
        assertThatExceptionOfType(ComponentException.class)
                .isThrownBy(() -> STANDARD.optimizer("quickprop"))
                .withMessage("unknown optimizer 'quickprop'; there is adagrad, adam, adamw, gradient-descent, momentum,"
                        + " nadam, rmsprop");
    }

    @Test
    void kindsDoNotMix() {
        assertThatExceptionOfType(ComponentException.class).isThrownBy(() -> STANDARD.loss("relu"));
    }

    @Test
    void anUnknownNameOfAThirdPartyAsksForItsPlugin() {
        assertThatExceptionOfType(ComponentException.class)
                .isThrownBy(() -> STANDARD.activation("acme:swish"))
                .withMessage("unknown activation 'acme:swish'; it is a third party's: add the plugin that provides it");
    }

    @Test
    void aThirdPartysComponentIsFoundAndItsOriginTold() {
        ComponentRegistry registry = with(new Swish.Repeats()).build();
        assertThat(registry.activation("acme:swish")).isInstanceOf(Swish.Repeats.class);
        assertThat(registry.activation("ACME:Silky")).isInstanceOf(Swish.Repeats.class);
        Origin origin = registry.registrations().get(0).origin();
        assertThat(origin.provider()).isNotEqualTo("nn4j").isNotEmpty();
        assertThat(registry.originOf(new Swish.Repeats())).isEqualTo(origin);
        assertThat(STANDARD.originOf(STANDARD.activation("relu")).provider()).isEqualTo("nn4j");
        assertThat(STANDARD.originOf(new Swish()).provider()).isNotEqualTo("nn4j");
    }

    @Test
    void aNameThatIsThereTwiceIsRefusedNamingBothClasses() {
        RegistryBuilder builder = with(new Swish());
        assertThatExceptionOfType(ComponentException.class)
                .isThrownBy(() -> builder.add(ComponentKind.ACTIVATION, new Swish.Twin()))
                .withMessageStartingWith("two components claim the activation name 'acme:swish': com.acme.Swish in ")
                .withMessageContaining(" and com.acme.Swish$Twin in ")
                .withMessageEndingWith("; remove one")
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.DUPLICATE));
    }

    @Test
    void bareNamesAndAliasesAreReserved() {
        assertThatExceptionOfType(ComponentException.class)
                .isThrownBy(() -> with(new Swish.TakesBareName()))
                .withMessageStartingWith("com.acme.Swish$TakesBareName in ")
                .withMessageEndingWith(": bare names are reserved for nn4j, got 'swish'; call it vendor:swish")
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.BROKEN));
        assertThatExceptionOfType(ComponentException.class)
                .isThrownBy(() -> with(new Swish.TakesBareAlias()))
                .withMessageEndingWith(": bare names are reserved for nn4j, got 'relu'; call it vendor:relu");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "Acme:swish",
                "acme:Swish",
                "acme:swish_two",
                "acme:",
                ":swish",
                "acme:sw ish",
                "acme:2x",
                "acme:a--b",
                "acme:a-",
                "a:b:c",
                "acme:ſwish"
            })
    void aMalformedNameIsRefused(String name) {
        Swish malformed = new Swish() {
            @Override
            public String name() {
                return name;
            }
        };
        assertThatExceptionOfType(ComponentException.class)
                .isThrownBy(() -> with(malformed))
                .withMessageEndingWith(
                        ": a name must be kebab-case with a vendor's prefix, such as acme:swish, got '" + name + "'")
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.BROKEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme:swish", "acme:swish-2", "acme.labs:x", "a-b:relu6"})
    void aWellFormedNameIsTaken(String name) {
        Swish named = new Swish() {
            @Override
            public String name() {
                return name;
            }
        };
        assertThat(with(named).build().activation(name)).isSameAs(named);
    }

    @Test
    void providersOfAClassLoaderJoinTheBuiltIns() throws IOException {
        ComponentRegistry registry = plugins("com.acme.Swish");
        assertThat(registry.activation("acme:swish").name()).isEqualTo("acme:swish");
        assertThat(registry.activation("relu").name()).isEqualTo("relu");
        assertThat(registry.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Missing, com.acme.Missing not found",
        "com.acme.Swish$FailsToStart, com.acme.Swish$FailsToStart could not be instantiated",
        "com.acme.Swish$FailsToLoad, com.acme.Swish$FailsToLoad",
        "com.acme.Swish$FailsToSayItsName, fails when asked for its names and hyperparameters: java.lang.UnsupportedOperationException",
        "com.acme.Swish$TakesBareName, bare names are reserved",
        "com.acme.Swish$TakesBareAlias, bare names are reserved"
    })
    void aBrokenProviderIsNamedAndTheOthersLive(String provider, String fault) throws IOException {
        ComponentRegistry registry = plugins(provider, "com.acme.Swish");
        assertThat(registry.faults())
                .singleElement()
                .asString()
                .contains(provider)
                .contains(fault);
        assertThat(registry.activation("acme:swish").name()).isEqualTo("acme:swish");
        assertThat(registry.activation("relu").name()).isEqualTo("relu");
        assertThatExceptionOfType(ComponentException.class)
                .isThrownBy(() -> registry.activation("acme:wanted"))
                .withMessageStartingWith("unknown activation 'acme:wanted'; it is a third party's: add the plugin that"
                        + " provides it; could not be loaded: ")
                .withMessageContaining(provider);
    }

    @Test
    void twoProvidersOfOneNameAreRefused() throws IOException {
        PluginLoader loader = new PluginLoader(directory, "com.acme.Swish", "com.acme.Swish$Twin");
        assertThatExceptionOfType(ComponentException.class)
                .isThrownBy(() -> ComponentRegistry.builder().addProviders(loader))
                .withMessageContaining("com.acme.Swish$Twin");
    }

    @Test
    void whereAWholeKindIsAbsentItsModuleIsNamed() {
        ComponentRegistry empty = ComponentRegistry.builder().build();
        assertThatThrownBy(() -> empty.activation("gelu"))
                .hasMessageContaining(
                        "unknown activation 'gelu'; there is no activation at all: add nn-activations to the"
                                + " class path or module path (with jlink, --add-modules dev.nn4j.activations)");
        assertThatThrownBy(() -> empty.loss("huber")).hasMessageContaining("add nn-losses to");
        assertThatThrownBy(() -> empty.optimizer("adam")).hasMessageContaining("--add-modules dev.nn4j.optim)");
    }
}
