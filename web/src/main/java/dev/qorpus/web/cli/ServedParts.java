package dev.qorpus.web.cli;

import dev.qorpus.search.LiveSearch;
import dev.qorpus.web.assembly.Session;
import dev.qorpus.web.cli.text.Console;
import dev.qorpus.web.serve.Health;

/**
 * What is updated while a server answers.
 *
 * @param session updates the index
 * @param search answers
 * @param health is told what fails, and how far an index is
 * @param console where updates are printed
 */
record ServedParts(Session session, LiveSearch search, Health health, Console console) {}
