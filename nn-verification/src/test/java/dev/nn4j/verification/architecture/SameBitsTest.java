// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;
import dev.nn4j.verification.architecture.planted.Inexact;
import dev.nn4j.verification.architecture.planted.Strict;
import dev.nn4j.verification.architecture.planted.Unrepeatable;
import java.util.Collections;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** "Same seed, same bits" stands on exactly rounded operations and on random numbers that a seed decides. */
class SameBitsTest {
    /** What {@link Math} computes as the JVM sees fit; its square root and fma are exact. */
    private static final String[] INEXACT = {
        "acos", "asin", "atan", "atan2", "cbrt", "cos", "cosh", "exp", "expm1", "hypot", "log", "log10", "log1p", "pow",
        "sin", "sinh", "tan", "tanh"
    };

    private static final Pattern SPECIES = Pattern.compile("SPECIES_\\w+|ofPreferred|ofLargestShape");
    /** The modules that decide a result; the testkit prints the seeds it draws, a file's temporary name is no result. */
    private static final String[] COMPUTING = {
        "dev.nn4j.api..",
        "dev.nn4j.core..",
        "dev.nn4j.activations..",
        "dev.nn4j.losses..",
        "dev.nn4j.optim..",
        "dev.nn4j.vector.."
    };

    private static final String VECTOR = "dev.nn4j.vector..";

    @Test
    void transcendentalFunctionsAreOurOwnOrStrict() {
        ArchRule rule = noClasses().should().accessTargetWhere(Access.to(Math.class, INEXACT));
        Law.breachedBy(rule, Inexact.class).binds(BuiltClasses.all());
    }

    @Test
    void activationsKnowNoTranscendentalFunctionsButFloatMath() {
        ArchRule rule = noClasses().should().dependOnClassesThat().areAssignableTo(StrictMath.class);
        Law.breachedBy(rule, Strict.class).binds(BuiltClasses.in("dev.nn4j.activations.."));
    }

    @Test
    void theSeedDecidesEveryRandomNumber() {
        ArchRule rule = noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.(util|security)\\.(\\w+\\.)*\\w*Random\\w*")
                .orShould()
                .accessTargetWhere(Access.to(Math.class, "random")
                        .or(Access.to(StrictMath.class, "random"))
                        .or(Access.to(Collections.class, "shuffle"))
                        .or(Access.to(UUID.class, "randomUUID")));
        Law.breachedBy(rule, Unrepeatable.class).binds(BuiltClasses.in(COMPUTING));
    }

    /** Two species in the JDK's vector methods make every kernel slow; see Lanes. */
    @Test
    void oneClassChoosesTheVectorSpecies() {
        ArchRule rule = noClasses()
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "a vector species",
                        access -> access.getTargetOwner().getPackageName().equals("jdk.incubator.vector")
                                && SPECIES.matcher(access.getTarget().getName()).matches()));
        Law.breachedBy(rule, BuiltClasses.in(VECTOR).that(simpleName("Lanes")))
                .binds(BuiltClasses.in(VECTOR).that(not(simpleName("Lanes"))));
    }
}
