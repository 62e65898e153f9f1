package io.kstash.faults.fault;

/** Makes well again what a fault did, whatever else has happened meanwhile. */
@FunctionalInterface
public interface Recovery {
    /** Where nothing has to be done for it. */
    Recovery NONE = () -> {};

    void recover();
}
