/** Consumer groups: who reads what, and how far. */
@NullMarked
package io.kstash.console.groups;

import org.jspecify.annotations.NullMarked;
