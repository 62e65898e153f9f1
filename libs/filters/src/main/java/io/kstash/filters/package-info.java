/** The filters, one package each, and the list of them. */
@NullMarked
package io.kstash.filters;

import org.jspecify.annotations.NullMarked;
