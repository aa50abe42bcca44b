// Times in the reader's zone, which is always named.

const day = { year: "numeric", month: "2-digit", day: "2-digit" };
const time = { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZoneName: "short" };
const full = new Intl.DateTimeFormat(undefined, { ...day, ...time });
const clock = new Intl.DateTimeFormat(undefined, time);
const longDay = new Intl.DateTimeFormat(undefined, { weekday: "long", year: "numeric", month: "long", day: "numeric" });

export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export const timeText = (date) => clock.format(date);
export const fullText = (date) => full.format(date);
export const dayText = (date) => longDay.format(date);

function timeElement(iso, text) {
  const made = document.createElement("time");
  made.dateTime = iso;
  made.title = iso;
  made.textContent = text;
  return made;
}

export const clockElement = (iso) => timeElement(iso, timeText(new Date(iso)));
export const fullElement = (iso) => timeElement(iso, fullText(new Date(iso)));

// The day is left out when it is today.
export function shortElement(iso) {
  const date = new Date(iso);
  return dayText(date) === dayText(new Date()) ? clockElement(iso) : fullElement(iso);
}
