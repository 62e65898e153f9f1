/** The de_dot filter: names of fields lose their dots. */
@NullMarked
package io.kstash.filters.dedot;

import org.jspecify.annotations.NullMarked;
