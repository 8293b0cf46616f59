package dev.qorpus.indexer.corpus.ignore;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Folders that tools write or fetch. A name such as {@code build} or {@code target} may also be a folder of notes, so that it
 * counts only with a sign of the tool: a file of its settings beside the folder, or a file of its output inside.
 */
public final class BuildFolders {

    /** Names that only tools use. */
    private static final Set<String> ALWAYS = Set.of("node_modules", "bower_components", "jspm_packages", "__pycache__",
            "site-packages", "_site", "htmlcov", "__MACOSX");

    private static final List<String> JAVASCRIPT = List.of("package.json", "tsconfig.json", "deno.json");
    private static final List<String> PYTHON = List.of("pyproject.toml", "setup.py", "setup.cfg");
    private static final List<String> HUGO = List.of("hugo.toml", "hugo.yaml", "hugo.json", "gatsby-config.js",
            "archetypes", "themes");

    /** Files beside a folder that show that a tool writes it. A star stands for any characters. */
    private static final Map<String, List<String>> BESIDE = Map.ofEntries(
            Map.entry("target", List.of("pom.xml", "build.sbt", "Cargo.toml", "project.clj")),
            Map.entry("build", List.of("build.gradle", "build.gradle.kts", "CMakeLists.txt", "meson.build",
                    "package.json", "pyproject.toml", "setup.py", "setup.cfg", "conf.py", "Makefile", "pubspec.yaml")),
            Map.entry("dist", List.of("package.json", "tsconfig.json", "deno.json", "pyproject.toml", "setup.py",
                    "setup.cfg", "astro.config.*")),
            Map.entry("out",
                    List.of("package.json", "tsconfig.json", "*.iml", ".idea", "build.gradle", "foundry.toml")),
            Map.entry("vendor", List.of("go.mod", "composer.json", "Gemfile", "Cargo.toml")),
            Map.entry("public", HUGO), Map.entry("resources", List.of("hugo.toml", "hugo.yaml", "hugo.json")),
            Map.entry("site", List.of("mkdocs.yml", "mkdocs.yaml")), Map.entry("book", List.of("book.toml")),
            Map.entry("_book", List.of("book.json", "_quarto.yml", "_bookdown.yml")),
            Map.entry("_build", List.of("conf.py", "Makefile", "_toc.yml", "_config.yml", "mix.exs", "myst.yml")),
            Map.entry("coverage", JAVASCRIPT), Map.entry("lib64", PYTHON));

    /** Files inside a folder that show that a tool writes it, whatever its name. */
    private static final List<String> INSIDE = List.of("CACHEDIR.TAG", "pyvenv.cfg", "CMakeCache.txt", ".buildinfo");

    private BuildFolders() {}

    /** Whether a name alone shows that a tool writes the folder. */
    public static boolean isAlways(String name) {
        return ALWAYS.contains(name);
    }

    /** The reason why a folder is not read; empty if it may hold content. */
    public static Optional<String> reason(Path folder) {
        String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
        if (isAlways(name)) {
            return Optional.of("written by a build tool or package manager");
        }
        Path parent = folder.getParent();
        Optional<String> beside = parent == null
                ? Optional.empty()
                : BESIDE.getOrDefault(name, List.of()).stream().filter(sign -> exists(parent, sign)).findFirst();
        return beside.map(sign -> "written by the build tool of " + sign)
                .or(() -> INSIDE.stream().filter(sign -> exists(folder, sign)).findFirst()
                        .map(sign -> "written by a tool: it contains " + sign));
    }

    private static boolean exists(Path folder, String sign) {
        if (!sign.contains("*")) {
            return Files.exists(folder.resolve(sign));
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, sign)) {
            return found.iterator().hasNext();
        } catch (IOException | DirectoryIteratorException | InvalidPathException e) {
            // A folder that cannot be listed shows no sign.
            return false;
        }
    }
}
