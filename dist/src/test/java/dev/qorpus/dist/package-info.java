/** Tests of the archives of a release, as their users have them. Nothing here is shipped. */
@NullMarked
package dev.qorpus.dist;

import org.jspecify.annotations.NullMarked;
