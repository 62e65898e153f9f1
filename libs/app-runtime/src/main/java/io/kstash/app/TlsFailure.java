package io.kstash.app;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;

/** Says why a TLS connection to Kafka cannot be, and what to change. */
record TlsFailure(Throwable failure, KafkaClientSettings client) {
    String explain() {
        Throwable root = root();
        String reason = String.valueOf(root.getMessage()).replaceAll("[.\\s]+$", "");
        if (root instanceof CertificateExpiredException || root instanceof CertificateNotYetValidException) {
            return "its certificate is not valid now: " + reason
                    + ". Have a new one issued, or set this machine's clock";
        }
        if (isUntrusted()) {
            return "its certificate is not trusted: " + reason + ". Give the certificate of the CA that issued it: "
                    + trustStore();
        }
        if (reason.startsWith("No subject alternative") || reason.startsWith("No name matching")) {
            return "its certificate is for another host: " + reason
                    + ". Connect to a name that the certificate has, or let it be issued for this one";
        }
        if (root instanceof SSLException && reason.contains("nrecognized SSL message")) {
            return "it does not speak TLS at this port. Give the port of its TLS listener, or set security.protocol to"
                    + " PLAINTEXT or SASL_PLAINTEXT";
        }
        return "TLS fails: " + reason + ". Check the ssl.* settings, and whether Kafka asks for a client certificate"
                + " (ssl.keystore.location)";
    }

    private String trustStore() {
        String location = client.override("ssl.truststore.location");
        return location.isEmpty()
                ? "ssl.truststore.location is not set"
                : "ssl.truststore.location, now " + location + ", does not have it";
    }

    private boolean isUntrusted() {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException) {
                return true;
            }
        }
        return false;
    }

    private Throwable root() {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
