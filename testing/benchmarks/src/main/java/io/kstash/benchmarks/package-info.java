/** {@code scripts/bench}: kstash, the raw limit of the machine, and the peers, side by side in one run. */
@NullMarked
package io.kstash.benchmarks;

import org.jspecify.annotations.NullMarked;
