/** What a plugin is: the options that it takes, how it is made of them, and what a filter or codec does. */
@NullMarked
package io.kstash.plugin;

import org.jspecify.annotations.NullMarked;
