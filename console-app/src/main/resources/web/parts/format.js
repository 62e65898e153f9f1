// Numbers and times as people read them.

const whole = new Intl.NumberFormat("en");
const clock = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "medium" });

export const count = (number) => whole.format(number);

export function bytes(number) {
  if (number < 0) return "–";
  const units = ["B", "KB", "MB", "GB", "TB"];
  const unit = Math.min(units.length - 1, number === 0 ? 0 : Math.floor(Math.log(number) / Math.log(1024)));
  return (number / 1024 ** unit).toFixed(unit === 0 || number / 1024 ** unit >= 100 ? 0 : 1) + " " + units[unit];
}

/** Local time with milliseconds. */
export function time(millis) {
  if (millis < 0) return "no time";
  return clock.format(millis) + "." + String(millis % 1000).padStart(3, "0");
}

/** The time alone for today, the date for other days. */
export function shortTime(millis) {
  const [day, hour] = time(millis).split(" ");
  return isToday(day) ? hour : hour === undefined ? day : day + " " + hour.slice(0, 5);
}

/** When something was seen, to the second; the date as well if that was on another day. */
export function clockTime(millis) {
  const [day, hour] = time(millis).split(" ");
  return (isToday(day) ? "" : day + " ") + hour.slice(0, 8);
}

function isToday(day) {
  return day === time(Date.now()).split(" ")[0];
}

export function rate(perSecond) {
  return (perSecond >= 100 ? whole.format(Math.round(perSecond)) : perSecond.toFixed(perSecond >= 10 || perSecond === 0 ? 0 : 1)) + "/s";
}

/** A duration given in milliseconds. */
export function duration(millis) {
  if (millis === null || millis === undefined) return "–";
  if (millis < 1) return Math.round(millis * 1000) + " µs";
  if (millis < 1000) return (millis < 10 ? millis.toFixed(1) : Math.round(millis)) + " ms";
  return (millis / 1000).toFixed(millis < 100_000 ? 1 : 0) + " s";
}

export const plural = (number, one, many = one + "s") => count(number) + " " + (number === 1 ? one : many);
