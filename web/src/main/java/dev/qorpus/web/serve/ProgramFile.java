package dev.qorpus.web.serve;

import java.io.File;
import java.net.URISyntaxException;
import java.security.CodeSource;

/** The file that the program runs from. It has the classes of a server and of its clients, and no library in its way. */
public final class ProgramFile {

    private ProgramFile() {}

    /** Tells builds apart, also those of one version: the time and length of the file. */
    public static String build() {
        CodeSource source = ProgramFile.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return "";
        }
        try {
            File file = new File(source.getLocation().toURI());
            return file.lastModified() + "-" + file.length();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return "";
        }
    }
}
