/** What the filters of a pipeline do with an event, told step by step. */
@NullMarked
package io.kstash.transformer.explain;

import org.jspecify.annotations.NullMarked;
