/** JMH benchmarks of the parts of which the transformer is made. */
@NullMarked
package io.kstash.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
