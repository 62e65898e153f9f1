/** The truncate filter: texts that are too long are cut. */
@NullMarked
package io.kstash.filters.truncate;

import org.jspecify.annotations.NullMarked;
