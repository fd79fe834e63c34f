// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.registry;

import dev.nn4j.api.ComponentException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/** Goes through the providers of a service without stopping at those that fail. */
final class ProviderWalk {
    /** A provider list that fails this often is given up; the iterator of a broken list may fail for ever. */
    private static final int MOST_FAILURES = 100;

    private ProviderWalk() {}

    /** Hands each provider that can be made to the receiver, and gives what was wrong with the others. */
    static <C> List<String> over(ServiceLoader<C> loader, Consumer<? super C> receiver) {
        List<String> faults = new ArrayList<>();
        Iterator<C> providers = loader.iterator();
        boolean more = true;
        int failures = 0;
        while (more && failures < MOST_FAILURES) {
            try {
                more = providers.hasNext();
                if (more) {
                    receiver.accept(providers.next());
                }
            } catch (ComponentException e) {
                if (e.reason() != ComponentException.Reason.BROKEN) {
                    throw e;
                }
                failures++;
                faults.add(String.valueOf(e.getMessage()));
            } catch (Throwable e) { // a provider may throw anything, and none that nobody needs may stop the others
                failures++;
                String fault = described(e);
                // A module's service files are looked at too: there, its classes fail once more in the same words.
                if (faults.stream().noneMatch(earlier -> earlier.contains(fault))) {
                    faults.add(fault);
                }
            }
        }
        return faults;
    }

    /** The loader's own words, and what the provider threw: an initializer's failure is wrapped once more. */
    private static String described(Throwable e) {
        Throwable cause = e.getCause();
        if (cause instanceof ExceptionInInitializerError && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String what = e instanceof ServiceConfigurationError ? String.valueOf(e.getMessage()) : e.toString();
        return cause == null ? what : what + ": " + cause;
    }
}
