package dev.qorpus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

/** The classes of all modules but {@code bench}, which may use engines and models directly. */
final class CompiledClasses {

    /** Classes that are compiled from test sources. */
    static final DescribedPredicate<JavaClass> TESTS = describe("are test classes", each -> each.getSource()
            .map(source -> source.getUri().getPath().contains("/test-classes/")).orElse(false));
    /** Classes that JUnit runs, which may look behind the ports. */
    static final DescribedPredicate<JavaClass> JUNIT = describe("are run by JUnit",
            each -> each.getBaseComponentType().getName().matches("[^$]*(Test|IT)(\\$.*)?"));

    private static final List<String> MODULES = List.of("models", "indexer", "search", "web");

    /** Each package is a slice. */
    static final SliceAssignment PACKAGES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass each) {
            return SliceIdentifier.of(each.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    };

    private CompiledClasses() {}

    /** Reads what is compiled into these folders of {@code target}. */
    static JavaClasses read(String... folders) {
        List<Path> paths = MODULES.stream()
                .flatMap(module -> Stream.of(folders).map(folder -> Path.of("..", module, "target", folder))).toList();
        List<Path> missing = paths.stream().filter(path -> !Files.isDirectory(path)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("not compiled: " + missing + "; run Maven for all modules, with -am");
        }
        return new ClassFileImporter().importPaths(paths);
    }
}
