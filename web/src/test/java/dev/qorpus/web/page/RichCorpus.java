package dev.qorpus.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A corpus with every kind of content, and with findings of several rules. */
final class RichCorpus {

    static final String RICH = "maths/rich.md#q1-what-can-an-answer-hold";

    /** Two by two pixels. */
    private static final String PNG = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==";

    private RichCorpus() {}

    static void write(Path folder) throws IOException {
        Path maths = Files.createDirectories(folder.resolve("maths"));
        Path images = Files.createDirectories(folder.resolve("img"));
        Files.write(images.resolve("a dot.png"), Base64.getDecoder().decode(PNG));
        Files.writeString(images.resolve("circle.svg"),
                "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'><circle r='20' cx='20' cy='20'/></svg>");
        Files.writeString(maths.resolve("rich.md"), RICH_ENTRY);
        Files.writeString(folder.resolve("again.md"), """
                ## Tea
                ### What is tea?
                Leaves in hot water.
                ### What is tea?
                Leaves in hot water.
                ### Who grows tea?
                ### Is the list broken?
                See [the list](#no-such-heading).
                """);
    }

    private static final String RICH_ENTRY = """
            ## Formulas and more

            ### Q1. What can an answer hold?

            **T:** Deep

            **A:** The price is $5 and $6, and $x_1^2 + \\alpha$ is a formula. So is

            $$
            \\sum_{i=1}^{n} x_i \\cdot y_i = \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}
            $$

            but $\\undefinedcommand{x}$ is none.

            ```python
            def square(x):
                return x ** 2  # not x * 2
            ```

            ```dockerfile
            FROM debian:stable
            ```

            ```
            no language, <b>no colours</b>
            ```

            | a | wide | table |
            |---|------|-------|
            | 1 | 2    | 3     |

            - [x] done already
            - [ ] to do

            ![a dot](../img/a%20dot.png) ![a circle](/img/circle.svg) ![gone](nowhere.png)
            ![far away](https://example.org/far.png)

            ### Q2. What is a sum of products?

            See [below](#q3-what-is-an-inner-product) and [tea](../again.md#what-is-tea). The inner product of two vectors adds up the products of their parts.

            ### Q3. What is an inner product?

            A sum of products of the parts of two vectors.
            """;
}
