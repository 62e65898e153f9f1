/** Processes: how they are started and ended, and what the operating system says of them. */
@NullMarked
package io.kstash.benchmarks.process;

import org.jspecify.annotations.NullMarked;
