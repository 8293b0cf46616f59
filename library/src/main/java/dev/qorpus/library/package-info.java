/**
 * Qorpus in another Java program: one class that indexes folders and answers questions. It puts the parts together as the
 * command line does; nothing is ranked or parsed here.
 */
@NullMarked
package dev.qorpus.library;

import org.jspecify.annotations.NullMarked;
