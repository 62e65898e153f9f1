/** Where a process spends its time, as a picture of its stacks. */
@NullMarked
package io.kstash.benchmarks.flames;

import org.jspecify.annotations.NullMarked;
