// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture.planted;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** A library that reaches into others. */
public final class Prying {
    void opens(Field field) {
        field.setAccessible(true);
    }

    boolean triesToOpen(Method method) {
        return method.trySetAccessible();
    }

    Class<?> loadsByName() throws ClassNotFoundException {
        return Class.forName("java.lang.String");
    }

    Field findsHidden() throws NoSuchFieldException {
        return String.class.getDeclaredField("value");
    }

    MethodHandles.Lookup looksIn() throws IllegalAccessException {
        return MethodHandles.privateLookupIn(String.class, MethodHandles.lookup());
    }

    ClassLoader asksTheThread() {
        return Thread.currentThread().getContextClassLoader();
    }
}
