/** The cidr filter: is an address in one of these networks? */
@NullMarked
package io.kstash.filters.cidr;

import org.jspecify.annotations.NullMarked;
