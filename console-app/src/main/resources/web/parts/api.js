// Asks the console's server, and follows its live feeds.

/** The answer as JSON; fails with the server's own message. */
export async function get(path) {
  let response;
  try {
    response = await fetch("/api/" + path, { headers: { Accept: "application/json" } });
  } catch {
    throw new Error("The console does not answer: is it still running?");
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(body.error ?? "The console answered " + response.status);
  }
  return body;
}

/**
 * Follows a feed; handlers are named like its events and get their JSON. A feed that breaks is connected again by the browser.
 * A browser has six connections to a server, for all its tabs: a tab that nobody sees, or a page that the browser only keeps
 * for the way back, gives its own up, unless alsoHidden. Answers how to stop.
 */
export function live(path, handlers, { alsoHidden = false } = {}) {
  let source = null;
  const changes = [[document, "visibilitychange", adapt], [window, "pageshow", adapt], [window, "pagehide", disconnect]];
  changes.forEach(([target, event, handle]) => target.addEventListener(event, handle));
  adapt();
  return () => {
    changes.forEach(([target, event, handle]) => target.removeEventListener(event, handle));
    disconnect();
  };

  function adapt() {
    if (document.visibilityState === "hidden" && !alsoHidden) disconnect();
    else source ??= connect(path, handlers);
  }

  function disconnect() {
    source?.close();
    source = null;
  }
}

function connect(path, handlers) {
  const source = new EventSource("/api/live/" + path);
  for (const [event, handle] of Object.entries(handlers)) {
    if (event !== "lost") {
      source.addEventListener(event, (message) => handle(JSON.parse(message.data)));
    }
  }
  source.onerror = () => handlers.lost?.();
  return source;
}

/**
 * Asks for a path again and again, as long as somebody looks; hands each answer to show, and an error to fail. Answers how to stop.
 */
export function poll(path, period, show, fail) {
  let left = false;
  let timer = 0;
  ask();
  return () => {
    left = true;
    clearTimeout(timer);
  };

  async function ask() {
    try {
      if (document.visibilityState === "hidden") return;
      const answer = await get(path);
      if (!left) show(answer);
    } catch (problem) {
      if (!left) fail(problem);
    } finally {
      if (!left) timer = setTimeout(ask, period);
    }
  }
}

/** A path's part, or a query's value. */
export const part = encodeURIComponent;
