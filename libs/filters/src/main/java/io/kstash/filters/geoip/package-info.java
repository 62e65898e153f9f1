/** The geoip filter: where an address is, from a MaxMind database that the user brings. */
@NullMarked
package io.kstash.filters.geoip;

import org.jspecify.annotations.NullMarked;
