/** The one engine: a pipeline's filters and outputs, built and ready to run on events. */
@NullMarked
package io.kstash.engine;

import org.jspecify.annotations.NullMarked;
