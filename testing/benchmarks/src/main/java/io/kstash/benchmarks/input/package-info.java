/** What is measured with: the same lines in every run. */
@NullMarked
package io.kstash.benchmarks.input;

import org.jspecify.annotations.NullMarked;
