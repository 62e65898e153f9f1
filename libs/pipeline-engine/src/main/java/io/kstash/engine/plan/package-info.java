/** From the syntax tree to a pipeline: options checked, plugins made, all problems reported at once. */
@NullMarked
package io.kstash.engine.plan;

import org.jspecify.annotations.NullMarked;
