// Asks for the counts each second, and for the messages of the links that are opened.

const EVERY_MILLIS = 1000;
const NEWS_EVERY_MILLIS = 10000;
const SHOWN_MESSAGES = 50;

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const clock = new Intl.DateTimeFormat(undefined, {
  year: "numeric", month: "2-digit", day: "2-digit",
  hour: "2-digit", minute: "2-digit", second: "2-digit", timeZoneName: "short",
});
const sections = new Map();
let newsAt = 0;

async function get(path) {
  const answer = await fetch(path, { headers: { Accept: "application/json" }, cache: "no-store" });
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}`);
  }
  return answer.json();
}

function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function copyOf(templateId) {
  return document.getElementById(templateId).content.firstElementChild.cloneNode(true);
}

function lagText(millis) {
  if (millis < 1000) {
    return `${millis} ms`;
  }
  const seconds = Math.floor(millis / 1000);
  if (seconds < 120) {
    return `${seconds} s`;
  }
  const minutes = Math.floor(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}

function sectionOf(link) {
  if (!sections.has(link)) {
    const section = copyOf("link-template");
    section.querySelector("h2").textContent = link;
    const number = sections.size;
    const messages = section.querySelector(".messages");
    messages.id = `messages-${number}`;
    messages.setAttribute("aria-label", `Messages of ${link}`);
    const button = section.querySelector("button");
    button.setAttribute("aria-controls", messages.id);
    button.setAttribute("aria-label", `Show messages of ${link}`);
    button.addEventListener("click", () => toggle(link, button, messages));
    document.getElementById("links").append(section);
    sections.set(link, { section, messages, flows: new Map() });
  }
  return sections.get(link);
}

function toggle(link, button, messages) {
  messages.hidden = !messages.hidden;
  button.setAttribute("aria-expanded", String(!messages.hidden));
  button.setAttribute("aria-label", `${messages.hidden ? "Show" : "Hide"} messages of ${link}`);
  setText(button, messages.hidden ? "Show messages" : "Hide messages");
  refreshMessages(link).catch(showFailure);
}

function showFlow(view, flow) {
  const name = `${flow.source} → ${flow.target}`;
  if (!view.flows.has(name)) {
    const item = copyOf("flow-template");
    item.querySelector("h3").textContent = name;
    view.section.querySelector(".flows").append(item);
    view.flows.set(name, item);
  }
  const item = view.flows.get(name);
  for (const count of ["received", "delivered", "pending", "parked"]) {
    setText(item.querySelector(`[data-count=${count}]`), flow[count].toLocaleString());
  }
  setText(item.querySelector("[data-count=lag]"), lagText(flow.lagMillis));
  item.querySelector("[data-count=parked]").classList.toggle("alarm", flow.parked > 0);
}

function cell(text, className) {
  const element = document.createElement("td");
  element.textContent = text;
  if (className) {
    element.className = className;
  }
  return element;
}

function timeCell(iso) {
  const element = cell("", "time");
  if (iso) {
    const time = document.createElement("time");
    time.dateTime = iso;
    time.title = iso;
    time.textContent = clock.format(new Date(iso));
    element.append(time);
  }
  return element;
}

function place(conversation, ids) {
  return conversation ? `${conversation} / ${ids.length ? ids.join(", ") : "…"}` : "";
}

function messageRow(message) {
  const row = document.createElement("tr");
  row.append(
    cell(message.state, message.state),
    cell(`${message.source} → ${message.target}`, "direction"),
    cell(place(message.sourceConversationId, [message.sourceId])),
    cell(place(message.targetConversationId, message.targetIds)),
    cell(String(message.attempts), "number"),
    timeCell(message.createdAt),
    timeCell(message.receivedAt),
    timeCell(message.endedAt),
    cell(message.reason ?? "", "reason"),
  );
  return row;
}

async function refreshMessages(link) {
  const { messages } = sections.get(link);
  if (messages.hidden) {
    return;
  }
  const rows = await get(`api/links/${encodeURIComponent(link)}/messages?limit=${SHOWN_MESSAGES}`);
  setText(messages.querySelector("caption"),
    `The newest ${rows.length} messages, conversation / message. Times in ${zone}.`);
  messages.querySelector("tbody").replaceChildren(...rows.map(messageRow));
}

// Spoken by screen readers, so at a listener's pace and only when it says something new.
function tell(links) {
  if (Date.now() - newsAt < NEWS_EVERY_MILLIS) {
    return;
  }
  newsAt = Date.now();
  const news = links.map(({ link, flows }) => {
    const total = (count) => flows.reduce((sum, flow) => sum + flow[count], 0);
    return `${link}: ${total("delivered")} delivered, ${total("parked")} parked.`;
  });
  setText(document.getElementById("news"), news.join(" "));
}

function showFailure(error) {
  const failure = document.getElementById("failure");
  setText(failure, `The application does not answer (${error.message}). The counts below are old.`);
  failure.hidden = false;
}

async function refresh() {
  const links = await get("api/links");
  for (const { link, flows } of links) {
    const view = sectionOf(link);
    flows.forEach((flow) => showFlow(view, flow));
  }
  document.getElementById("empty").hidden = links.length > 0;
  tell(links);
  await Promise.all(links.map(({ link }) => refreshMessages(link)));
  document.getElementById("failure").hidden = true;
  setText(document.getElementById("updated"), `Updated ${clock.format(new Date())}`);
}

async function run() {
  try {
    await refresh();
  } catch (error) {
    showFailure(error);
  }
  setTimeout(run, EVERY_MILLIS);
}

run();
