/** The campaign: run after run of faults, a table of what came of them, and the page that is made of it. */
@NullMarked
package io.kstash.faults;

import org.jspecify.annotations.NullMarked;
