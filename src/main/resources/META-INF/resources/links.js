// The first view: each link with the counts of its directions, and its newest messages on request.

import { get } from "./api.js";
import { copyOf, element, setText } from "./dom.js";
import { poll } from "./poll.js";
import { addressOf } from "./routes.js";
import { fullElement, zone } from "./times.js";

const NEWS_EVERY_MILLIS = 10000;
const SHOWN_MESSAGES = 50;

export function showLinks(main, news) {
  const view = copyOf("links-template");
  main.replaceChildren(view);
  const sections = new Map();
  let newsAt = 0;

  // Spoken by screen readers, so at a listener's pace.
  function tell(links) {
    if (Date.now() - newsAt < NEWS_EVERY_MILLIS) {
      return;
    }
    newsAt = Date.now();
    news(links.map(({ link, flows }) => {
      const total = (count) => flows.reduce((sum, flow) => sum + flow[count], 0);
      return `${link}: ${total("delivered")} delivered, ${total("parked")} parked.`;
    }).join(" "));
  }

  return poll(async (signal) => {
    const links = await get("api/links", signal);
    for (const { link, flows } of links) {
      if (!sections.has(link)) {
        sections.set(link, new LinkSection(link, sections.size));
        view.append(sections.get(link).element);
      }
      flows.forEach((flow) => sections.get(link).showFlow(flow));
    }
    view.querySelector(".empty").hidden = links.length > 0;
    tell(links);
    await Promise.all([...sections.values()].map((section) => section.refreshMessages(signal)));
  });
}

class LinkSection {
  flows = new Map();

  constructor(link, number) {
    this.link = link;
    this.element = copyOf("link-template");
    this.element.querySelector("h2").textContent = link;
    const open = this.element.querySelector("a.open");
    open.href = addressOf(link);
    open.setAttribute("aria-label", `Conversations of ${link}`);
    this.messages = this.element.querySelector(".messages");
    this.messages.id = `messages-${number}`;
    this.messages.setAttribute("aria-label", `Messages of ${link}`);
    this.button = this.element.querySelector("button");
    this.button.setAttribute("aria-controls", this.messages.id);
    this.button.setAttribute("aria-label", `Show messages of ${link}`);
    this.button.addEventListener("click", () => this.toggle());
  }

  toggle() {
    this.messages.hidden = !this.messages.hidden;
    const verb = this.messages.hidden ? "Show" : "Hide";
    this.button.setAttribute("aria-expanded", String(!this.messages.hidden));
    this.button.setAttribute("aria-label", `${verb} messages of ${this.link}`);
    setText(this.button, `${verb} messages`);
  }

  showFlow(flow) {
    const name = `${flow.source} → ${flow.target}`;
    if (!this.flows.has(name)) {
      const item = copyOf("flow-template");
      item.querySelector("h3").textContent = name;
      this.element.querySelector(".flows").append(item);
      this.flows.set(name, item);
    }
    const item = this.flows.get(name);
    for (const count of ["received", "delivered", "pending", "parked"]) {
      setText(item.querySelector(`[data-count=${count}]`), flow[count].toLocaleString());
    }
    setText(item.querySelector("[data-count=lag]"), lagText(flow.lagMillis));
    item.querySelector("[data-count=parked]").classList.toggle("alarm", flow.parked > 0);
  }

  async refreshMessages(signal) {
    if (this.messages.hidden) {
      return;
    }
    const rows = await get(`api/links/${encodeURIComponent(this.link)}/messages?limit=${SHOWN_MESSAGES}`, signal);
    setText(this.messages.querySelector("caption"),
      `The newest ${rows.length} messages, conversation / message. Times in ${zone}.`);
    this.messages.querySelector("tbody").replaceChildren(...rows.map(messageRow));
  }
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

function messageRow(message) {
  const row = document.createElement("tr");
  row.append(
    element("td", message.state, message.state),
    element("td", "direction", `${message.source} → ${message.target}`),
    element("td", "", place(message.sourceConversationId, [message.sourceId])),
    element("td", "", place(message.targetConversationId, message.targetIds)),
    element("td", "number", String(message.attempts)),
    timeCell(message.createdAt),
    timeCell(message.receivedAt),
    timeCell(message.endedAt),
    element("td", "reason", message.reason ?? ""),
  );
  return row;
}

function place(conversation, ids) {
  return conversation ? `${conversation} / ${ids.length ? ids.join(", ") : "…"}` : "";
}

function timeCell(iso) {
  const cell = element("td", "time");
  if (iso) {
    cell.append(fullElement(iso));
  }
  return cell;
}
