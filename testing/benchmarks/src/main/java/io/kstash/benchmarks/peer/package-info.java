/** The processes that kstash is compared with, as far as they are ours: no more than is needed to move records. */
@NullMarked
package io.kstash.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
