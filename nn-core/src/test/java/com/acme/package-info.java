// SPDX-License-Identifier: Apache-2.0
/** A plugin as a third party would write it. */
package com.acme;
