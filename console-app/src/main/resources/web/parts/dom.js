// Makes elements. Text becomes text nodes and nothing else, so no value of a record can become markup.

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element; props that begin with "on" are listeners, the others attributes; null and false are left out. */
export function h(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** The same for SVG. */
export function svg(tag, props, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Sets the text of an element, if it is another one: a screen that does not change costs nothing. */
export function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}
