/** What is measured: processes that take records from a place to another. */
@NullMarked
package io.kstash.benchmarks.cases;

import org.jspecify.annotations.NullMarked;
