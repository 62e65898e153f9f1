/** The urldecode filter: %41 becomes A. */
@NullMarked
package io.kstash.filters.urldecode;

import org.jspecify.annotations.NullMarked;
