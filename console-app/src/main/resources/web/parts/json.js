// Reads JSON and keeps numbers as they are written: 64-bit numbers and 1.0 would not survive JSON.parse.

const TOKEN = /\s*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\.)*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null))/y;
const DEEPEST = 200;

/**
 * A tree of {kind: "object", entries: [[name, node]]}, {kind: "array", items}, {kind: "text" | "number" | "literal", raw}; null
 * if the text is no JSON object or array.
 */
export function parse(text) {
  if (!/^\s*[[{]/.test(text)) return null;
  const reader = new Reader(text);
  try {
    const node = reader.value(0);
    return reader.isAtEnd() ? node : null;
  } catch (failure) {
    if (failure instanceof SyntaxError) return null;
    throw failure;
  }
}

class Reader {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  next() {
    TOKEN.lastIndex = this.at;
    const match = TOKEN.exec(this.text);
    if (!match) throw new SyntaxError();
    this.at = TOKEN.lastIndex;
    return { mark: match[1], string: match[2], number: match[3], literal: match[4] };
  }

  peekMark(mark) {
    const at = this.at;
    const token = this.next();
    if (token.mark === mark) return true;
    this.at = at;
    return false;
  }

  require(mark) {
    if (this.next().mark !== mark) throw new SyntaxError();
  }

  isAtEnd() {
    return this.text.slice(this.at).trim() === "";
  }

  value(depth) {
    if (depth > DEEPEST) throw new SyntaxError();
    const token = this.next();
    if (token.mark === "{") return { kind: "object", entries: this.list("}", () => this.entry(depth)) };
    if (token.mark === "[") return { kind: "array", items: this.list("]", () => this.value(depth + 1)) };
    if (token.string !== undefined) return { kind: "text", raw: JSON.parse(token.string) };
    if (token.number !== undefined) return { kind: "number", raw: token.number };
    if (token.literal !== undefined) return { kind: "literal", raw: token.literal };
    throw new SyntaxError();
  }

  entry(depth) {
    const name = this.next().string;
    if (name === undefined) throw new SyntaxError();
    this.require(":");
    return [JSON.parse(name), this.value(depth + 1)];
  }

  list(end, item) {
    const items = [];
    if (this.peekMark(end)) return items;
    do items.push(item());
    while (this.peekMark(","));
    this.require(end);
    return items;
  }
}
