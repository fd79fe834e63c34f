// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What others can name in a module, as sorted lines: a line for each public type of an exported package, and under it one
 * for each member that users or subclasses reach. A difference is one line.
 */
final class PublicApiText {
    /** What a caller or a subclass notices. */
    private static final Set<JavaModifier> TOLD =
            EnumSet.of(JavaModifier.PROTECTED, JavaModifier.ABSTRACT, JavaModifier.STATIC, JavaModifier.FINAL);

    private PublicApiText() {}

    static String of(ModuleDescriptor module) {
        StringBuilder text = new StringBuilder();
        module.exports().stream()
                .filter(exports -> !exports.isQualified())
                .map(Exports::source)
                .sorted()
                .forEach(name -> add(text, name));
        return text.toString();
    }

    private static void add(StringBuilder text, String packageName) {
        text.append("package ").append(packageName).append('\n');
        BuiltClasses.all().stream()
                .filter(type -> type.getPackageName().equals(packageName) && isPublic(type))
                .sorted((a, b) -> a.getName().compareTo(b.getName()))
                .forEach(type -> {
                    text.append("  ").append(header(type)).append('\n');
                    members(type)
                            .forEach(line -> text.append("    ").append(line).append('\n'));
                });
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(PublicApiText::isPublic).orElse(true);
    }

    private static String header(JavaClass type) {
        String kind = type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
        String name =
                type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        Set<String> parents = new TreeSet<>();
        type.getSuperclass()
                .filter(parent -> !parent.getName().startsWith("java.lang."))
                .map(JavaType::getName)
                .ifPresent(parents::add);
        type.getInterfaces().forEach(parent -> parents.add(parent.getName()));
        return modifiers(type.getModifiers()) + kind + " " + name + variables(type.getTypeParameters())
                + (parents.isEmpty() ? "" : " is " + String.join(", ", parents));
    }

    private static Set<String> members(JavaClass type) {
        Set<String> lines = new TreeSet<>();
        type.getFields().stream().filter(PublicApiText::isReached).forEach(field -> lines.add(line(field)));
        type.getConstructors().stream()
                .filter(PublicApiText::isReached)
                .forEach(made -> lines.add(modifiers(made.getModifiers()) + "new" + parameters(made)));
        type.getMethods().stream().filter(PublicApiText::isReached).forEach(method -> lines.add(line(method)));
        return lines;
    }

    private static boolean isReached(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        boolean reached = modifiers.contains(JavaModifier.PUBLIC)
                || (modifiers.contains(JavaModifier.PROTECTED)
                        && !member.getOwner().getModifiers().contains(JavaModifier.FINAL));
        return reached && !modifiers.contains(JavaModifier.SYNTHETIC) && !modifiers.contains(JavaModifier.BRIDGE);
    }

    private static String line(JavaField field) {
        return modifiers(field.getModifiers()) + field.getType().getName() + " " + field.getName();
    }

    private static String line(JavaMethod method) {
        String variables = variables(method.getTypeParameters());
        return modifiers(method.getModifiers()) + variables + (variables.isEmpty() ? "" : " ")
                + method.getReturnType().getName() + " " + method.getName() + parameters(method);
    }

    private static String parameters(JavaCodeUnit unit) {
        return unit.getParameterTypes().stream().map(JavaType::getName).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String variables(List<? extends JavaTypeVariable<?>> variables) {
        return variables.isEmpty()
                ? ""
                : variables.stream().map(JavaType::getName).collect(Collectors.joining(", ", "<", ">"));
    }

    private static String modifiers(Collection<JavaModifier> modifiers) {
        return modifiers.stream()
                .filter(TOLD::contains)
                .map(modifier -> modifier.name().toLowerCase(Locale.ROOT) + " ")
                .sorted()
                .collect(Collectors.joining());
    }
}
