// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import dev.nn4j.cli.Main;
import dev.nn4j.verification.architecture.planted.Ending;
import dev.nn4j.verification.architecture.planted.Meddling;
import dev.nn4j.verification.architecture.planted.Prying;
import dev.nn4j.verification.architecture.planted.Remembering;
import dev.nn4j.verification.architecture.planted.Talking;
import java.io.FileDescriptor;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessibleObject;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** Who embeds nn4j owns the process: its console, its end, its logging, its settings and its class loaders. */
class LibraryMannersTest {
    private static final String CLI = "dev.nn4j.cli..";
    /** What protoc writes keeps its descriptors in static fields. */
    private static final String[] GENERATED = {"dev.nn4j.io.internal.proto", "dev.nn4j.onnx.internal.proto"};

    @Test
    void onlyTheCommandLinesMainAndItsLogTouchTheConsole() {
        ArchRule rule = noClasses()
                .should()
                .accessTargetWhere(Access.to(System.class, "out", "err", "in", "console")
                        .or(Access.to(FileDescriptor.class, "out", "err", "in"))
                        .or(Access.to(Throwable.class, "printStackTrace()")));
        Law.breachedBy(rule, Talking.class)
                .binds(BuiltClasses.outside("dev.nn4j.cli.logging").that(not(equivalentTo(Main.class))));
    }

    @Test
    void onlyTheCommandLinesMainEndsTheProcess() {
        ArchRule rule = noClasses()
                .should()
                .accessTargetWhere(Access.to(System.class, "exit").or(Access.to(Runtime.class, "exit", "halt")));
        Law.breachedBy(rule, Ending.class).binds(BuiltClasses.all().that(not(equivalentTo(Main.class))));
    }

    @Test
    void noLibraryChangesWhatTheWholeProcessShares() {
        ArchRule rule = noClasses()
                .should()
                .accessTargetWhere(Access.to(
                                System.class,
                                "setProperty",
                                "setProperties",
                                "clearProperty",
                                "setOut",
                                "setErr",
                                "setIn")
                        .or(Access.to(Locale.class, "setDefault"))
                        .or(Access.to(TimeZone.class, "setDefault"))
                        .or(Access.to(Runtime.class, "addShutdownHook"))
                        .or(Access.to(Thread.class, "setDefaultUncaughtExceptionHandler")))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("ch.qos.logback..", "java.util.logging..", "org.apache.logging..");
        Law.breachedBy(rule, Meddling.class).binds(BuiltClasses.outside(CLI));
    }

    @Test
    void nothingReachesIntoOtherClassesOrAsksTheThreadForItsClassLoader() {
        ArchRule rule = noClasses()
                .should()
                .accessTargetWhere(Access.to(AccessibleObject.class, "setAccessible", "trySetAccessible")
                        .or(Access.to(
                                Class.class,
                                "forName",
                                "getDeclaredField",
                                "getDeclaredFields",
                                "getDeclaredMethod",
                                "getDeclaredMethods",
                                "getDeclaredConstructor",
                                "getDeclaredConstructors"))
                        .or(Access.to(MethodHandles.class, "privateLookupIn"))
                        .or(Access.to(Thread.class, "getContextClassLoader", "setContextClassLoader")))
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("sun..", "com.sun..", "jdk.internal..")
                        // the JDK's own server: its module exports it
                        .and(not(resideInAPackage("com.sun.net.httpserver.."))));
        Law.breachedBy(rule, Prying.class).binds(BuiltClasses.all());
    }

    @Test
    void nothingIsRememberedInStaticFields() {
        ArchRule rule = fields().that()
                .areStatic()
                .should()
                .beFinal()
                .andShould()
                .notHaveRawType(resideInAPackage("java.util.concurrent.atomic"))
                .andShould()
                .notHaveRawType(ThreadLocal.class)
                .andShould()
                .notHaveRawType(assignableTo(Collection.class)
                        .or(assignableTo(Map.class))
                        .and(not(INTERFACES)));
        Law.breachedBy(rule, Remembering.class).binds(BuiltClasses.outside(GENERATED));
    }
}
