// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.http;

import dev.nn4j.serve.internal.call.CallLimits;
import java.util.Optional;

/**
 * How a server listens.
 *
 * @param host the address
 * @param port 0 for any that is free
 * @param limits how much it takes
 * @param token what clients must know, if they must
 * @param tls by which it proves who it is, and what is said is kept secret; plain HTTP without
 */
public record HttpOptions(String host, int port, CallLimits limits, Optional<Token> token, Optional<TlsFiles> tls) {}
