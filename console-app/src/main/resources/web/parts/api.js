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
 * Answers how to stop.
 */
export function live(path, handlers) {
  const source = new EventSource("/api/live/" + path);
  for (const [event, handle] of Object.entries(handlers)) {
    if (event !== "lost") {
      source.addEventListener(event, (message) => handle(JSON.parse(message.data)));
    }
  }
  source.onerror = () => handlers.lost?.();
  return () => source.close();
}

/** A path's part, or a query's value. */
export const part = encodeURIComponent;
