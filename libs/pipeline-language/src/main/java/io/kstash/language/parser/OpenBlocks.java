package io.kstash.language.parser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The braces, brackets and parentheses that are open at the place reached, innermost last. */
final class OpenBlocks {
    private final Deque<Block> blocks = new ArrayDeque<>();
    private Optional<Block> misaligned = Optional.empty();

    /**
     * A block.
     *
     * @param opener the opening mark, or what stands where it was forgotten
     * @param owner what the block belongs to, as a message names it
     */
    record Block(Token opener, String owner) {
        String described() {
            return "the '" + mark() + "' of " + owner;
        }

        String mark() {
            return opener.is(Token.Kind.SYMBOL) ? opener.text() : "{";
        }
    }

    void open(Token opener, String owner) {
        blocks.push(new Block(opener, owner));
    }

    int depth() {
        return blocks.size();
    }

    /** The innermost open block. */
    Block innermost() {
        return blocks.element();
    }

    /**
     * Closes the innermost block. A closing brace that stands further left than the line of its opening brace is
     * remembered: if a brace turns out to be missing, it is most likely missing there.
     */
    void close(Token closer) {
        Block block = blocks.pop();
        boolean further = closer.startsLine() && closer.indentation() < block.opener.indentation();
        if (further && misaligned.isEmpty() && !closer.sharesLineWith(block.opener)) {
            misaligned = Optional.of(block);
        }
    }

    /** Where a closing brace is most likely missing, if one is. */
    Block likelyUnclosed() {
        return misaligned.orElseGet(this::innermost);
    }

    /** Forgets the blocks inside of the outermost {@code depth} ones. */
    void dropTo(int depth) {
        while (blocks.size() > depth) {
            blocks.pop();
        }
    }

    void dropOpenedAfter(int offset) {
        while (!blocks.isEmpty() && blocks.element().opener.start() > offset) {
            blocks.pop();
        }
    }

    /** Whether a block of this kind is open inside of the outermost {@code depth} ones; if so it is dropped. */
    boolean dropInnermost(String opener, int depth) {
        int above = blocks.size() - depth;
        int position = 0;
        for (Block block : blocks) {
            if (position++ >= above) {
                return false;
            }
            if (block.mark().equals(opener)) {
                dropTo(blocks.size() - position);
                return true;
            }
        }
        return false;
    }

    /** Starts anew, for the next section. */
    void reset() {
        blocks.clear();
        misaligned = Optional.empty();
    }
}
