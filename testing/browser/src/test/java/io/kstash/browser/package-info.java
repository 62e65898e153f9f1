/** The console as a person sees it. */
package io.kstash.browser;
