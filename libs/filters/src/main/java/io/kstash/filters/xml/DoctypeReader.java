package io.kstash.filters.xml;

/** Reads what follows {@code <!DOCTYPE}: keeps the entities that have a value in the document, and skips the rest. */
final class DoctypeReader {
    private final XmlScanner scanner;
    private final Entities entities;
    private final Runnable commentReader;

    /** @param commentReader reads what follows {@code <!--} */
    DoctypeReader(XmlScanner scanner, Entities entities, Runnable commentReader) {
        this.scanner = scanner;
        this.entities = entities;
        this.commentReader = commentReader;
    }

    void read() {
        if (!scanner.takeSpaces()) {
            throw new XmlException("<!DOCTYPE has no name");
        }
        scanner.takeDeclaredName();
        scanner.takeSpaces();
        if (takeExternalId()) {
            scanner.takeSpaces();
        }
        if (scanner.take("[")) {
            readDeclarations();
        } else if (!scanner.take(">")) {
            throw new XmlException("<!DOCTYPE has no end");
        }
    }

    private boolean takeExternalId() {
        if (scanner.take("SYSTEM")) {
            takeLiteral();
            return true;
        }
        if (scanner.take("PUBLIC")) {
            takeLiteral();
            takeLiteral();
            return true;
        }
        return false;
    }

    private void takeLiteral() {
        if (!scanner.takeSpaces()) {
            throw new XmlException("an external identifier has no value");
        }
        scanner.takeQuoted();
    }

    private void readDeclarations() {
        scanner.takeSpaces();
        while (!scanner.take("]")) {
            readDeclaration();
            scanner.takeSpaces();
        }
        scanner.takeSpaces();
        if (!scanner.take(">")) {
            throw new XmlException("<!DOCTYPE has no end");
        }
    }

    private void readDeclaration() {
        if (scanner.take("<!ENTITY")) {
            readEntity();
        } else if (scanner.take("<!--")) {
            commentReader.run();
        } else if (scanner.take("<!ELEMENT") || scanner.take("<!ATTLIST") || scanner.take("<!NOTATION")) {
            scanner.takeThrough(">");
        } else if (scanner.take("%")) {
            scanner.takeThrough(";");
        } else {
            throw new XmlException("<!DOCTYPE holds what is no declaration");
        }
    }

    private void readEntity() {
        scanner.takeSpaces();
        boolean parameter = scanner.take("%") && scanner.takeSpaces();
        String name = scanner.takeDeclaredName();
        scanner.takeSpaces();
        if (takeExternalId()) {
            takeNotation();
        } else {
            String value = scanner.takeQuoted();
            checkValue(value);
            if (!parameter) {
                entities.declare(name, value);
            }
        }
        scanner.takeSpaces();
        if (!scanner.take(">")) {
            throw new XmlException("<!ENTITY " + name + " has no end");
        }
    }

    private void takeNotation() {
        scanner.takeSpaces();
        if (scanner.take("NDATA")) {
            scanner.takeSpaces();
            scanner.takeDeclaredName();
        }
    }

    private static void checkValue(String value) {
        if (value.indexOf('%') >= 0) {
            throw new XmlException("<!ENTITY holds a %");
        }
        References.checked(value.replace('<', ' '));
    }
}
