package dev.qorpus.web.api.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.qorpus.models.Sha256;

/**
 * The token that clients need, and the sessions of browsers. A session is its time of expiry, signed with the token.
 * The server stores none, so sessions survive a restart. A new token ends all sessions.
 */
final class Token {

    /** How long a browser stays signed in. */
    static final Duration SESSION = Duration.ofDays(30);

    private static final String HMAC = "HmacSHA256";

    private final byte[] digest;
    private final SecretKeySpec key;

    Token(String secret) {
        this.digest = Sha256.of(secret);
        this.key = new SecretKeySpec(Sha256.of("qorpus session " + secret), HMAC);
    }

    /** Whether a text is the token, compared in constant time. */
    boolean is(String given) {
        return MessageDigest.isEqual(digest, Sha256.of(given));
    }

    /** Creates a session. */
    String session(Instant now) {
        String end = Long.toString(now.plus(SESSION).getEpochSecond());
        return end + "." + signature(end);
    }

    /** Whether a text is a session of this token that has not expired. */
    boolean isSession(String given, Instant now) {
        int dot = given.indexOf('.');
        String end = given.substring(0, Math.max(0, dot));
        return end.matches("\\d{1,12}")
                && MessageDigest.isEqual(bytes(signature(end)), bytes(given.substring(dot + 1)))
                && now.getEpochSecond() < Long.parseLong(end);
    }

    private String signature(String end) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes(end)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
