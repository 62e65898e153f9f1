package io.kstash.filters.fingerprint;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A cryptographic digest, with a key or without.
 *
 * @param digest thread-safe
 * @param encoding of the digest as a text
 */
record Digest(UnaryOperator<byte[]> digest, Function<byte[], String> encoding) implements Fingerprint {
    /** @param algorithm such as {@code SHA-256} */
    static Digest plain(String algorithm, Function<byte[], String> encoding) {
        try {
            MessageDigest prototype = MessageDigest.getInstance(algorithm);
            return new Digest(data -> copyOf(prototype).digest(data), encoding);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JVM has " + algorithm, impossible);
        }
    }

    /** @param algorithm such as {@code HmacSHA256} */
    static Digest keyed(String algorithm, byte[] key, Function<byte[], String> encoding) {
        // Java refuses an empty key; one of zeros is the same, since a key is filled up with zeros.
        byte[] keyOrZero = key.length == 0 ? new byte[1] : key;
        try {
            Mac prototype = Mac.getInstance(algorithm);
            prototype.init(new SecretKeySpec(keyOrZero, algorithm));
            return new Digest(data -> copyOf(prototype).doFinal(data), encoding);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("Every JVM has " + algorithm, impossible);
        }
    }

    @Override
    public Object of(@Nullable Object value) {
        return encoding.apply(digest.apply(CanonicalValue.utf8(value)));
    }

    /** A digest is not thread-safe, and copying one is cheaper than looking it up. */
    private static MessageDigest copyOf(MessageDigest prototype) {
        try {
            return (MessageDigest) prototype.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Mac copyOf(Mac prototype) {
        try {
            return (Mac) prototype.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
