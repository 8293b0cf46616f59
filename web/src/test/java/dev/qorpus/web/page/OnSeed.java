package dev.qorpus.web.page;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests of the page on the seed. */
@ExtendWith(SeedCorpus.class)
abstract class OnSeed extends InBrowser {

    private static Qorpus seed;

    @BeforeAll
    static void serve(Qorpus qorpus) {
        seed = qorpus;
    }

    @Override
    Qorpus qorpus() {
        return seed;
    }
}
