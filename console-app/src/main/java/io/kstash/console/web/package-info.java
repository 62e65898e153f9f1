/** How the console is served: addresses, headers, JSON, live feeds. */
@NullMarked
package io.kstash.console.web;

import org.jspecify.annotations.NullMarked;
