// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture.planted;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.List;

/** A library that prints. */
public final class Talking {
    void out() {
        System.out.println("said");
    }

    void err() {
        System.err.println("said");
    }

    int in() throws java.io.IOException {
        return System.in.read();
    }

    boolean console() {
        return System.console() == null;
    }

    OutputStream descriptor() {
        return new FileOutputStream(FileDescriptor.out);
    }

    void stackTrace(Exception e) {
        e.printStackTrace();
    }

    void lambda(List<String> words) {
        words.forEach(word -> System.out.println(word));
    }

    void reference(List<String> words) {
        words.forEach(System.out::println);
    }
}
