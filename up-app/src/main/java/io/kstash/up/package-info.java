/** Starts the whole flow, each app its own process, watches it, and counts at the end what came through. */
@NullMarked
package io.kstash.up;

import org.jspecify.annotations.NullMarked;
