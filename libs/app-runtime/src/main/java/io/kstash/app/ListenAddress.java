package io.kstash.app;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses of this machine to listen on. */
public final class ListenAddress {
    private ListenAddress() {}

    /**
     * The address that a user gave.
     *
     * @param option where, for the message
     * @throws UsageException if there is no such address
     */
    public static InetAddress of(String host, String option) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new UsageException(option + " " + host + ": this machine has no such address", e);
        }
    }
}
