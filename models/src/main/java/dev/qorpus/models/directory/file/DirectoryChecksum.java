package dev.qorpus.models.directory.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

import dev.qorpus.models.Sha256;

/** The checksum of a model in a directory: that of its weights, its tokenizer and the settings that change vectors. */
public final class DirectoryChecksum {

    private DirectoryChecksum() {}

    /**
     * Computes the checksum. All files are read.
     *
     * @param paths the files
     * @param settings everything else that changes vectors
     */
    public static String of(DirectoryFiles files, List<Path> paths, List<Object> settings) {
        MessageDigest all = Sha256.digest();
        for (Path path : paths) {
            try {
                all.update(of(path));
            } catch (IOException e) {
                throw files.unreadable(files.name(path), e);
            }
        }
        all.update(settings.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(all.digest());
    }

    private static byte[] of(Path path) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return digest.digest();
    }
}
