/** How it is measured: from outside, by what the operating system says of a process and by what arrives. */
@NullMarked
package io.kstash.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
