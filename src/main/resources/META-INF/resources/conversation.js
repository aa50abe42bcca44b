// The third view: one conversation, both sides next to each other.

import { get } from "./api.js";
import { copyOf, element, setText, showEach } from "./dom.js";
import { messageRow } from "./message.js";
import { poll } from "./poll.js";
import { dayText, zone } from "./times.js";
import { authorRole, contactName, conversationState, sideName } from "./words.js";

const SHOWN = 200;
const NEAR_THE_END = 120;

export function showConversation(main, { link, side, conversation }, news) {
  const view = copyOf("conversation-template");
  main.replaceChildren(view);
  const list = view.querySelector(".rows");
  const below = view.querySelector(".below");
  const path = ["api/links", link, "conversations", side, conversation].map((part, place) =>
    place === 0 || place === 2 ? part : encodeURIComponent(part)).join("/");
  let newest = null;

  below.addEventListener("click", () => {
    toTheEnd();
    view.querySelector("h2").focus({ preventScroll: true });
  });
  const scrolled = () => {
    if (isAtTheEnd()) {
      below.hidden = true;
    }
  };
  addEventListener("scroll", scrolled, { passive: true });

  function show(history) {
    const { source, target } = history.conversation;
    setText(view.querySelector("h2"), contactName(history.conversation));
    document.title = `${contactName(history.conversation)} · Camel Helpdesk`;
    const badge = view.querySelector(".badge");
    badge.className = `badge ${history.conversation.state}`;
    setText(badge, conversationState(history.conversation));
    showSide(view.querySelector(".left"), source);
    showSide(view.querySelector(".right"), target);
    setText(view.querySelector(".note"), history.olderLeftOut ? `These are the newest ${SHOWN} messages; older ones are in the ledger.` : "");
    setText(view.querySelector(".zone"), `Times in ${zone}.`);
    showEach(list, withDays(history.messages), (item) => item.day ?? item.row,
      (item) => (item.day ? element("li", "day", item.day) : messageRow(item, source.side, target.side)));
  }

  function tell(messages) {
    const last = messages.at(-1)?.row ?? 0;
    const fresh = newest === null ? [] : messages.filter((message) => message.row > newest);
    newest = Math.max(newest ?? 0, last);
    if (fresh.length > 0) {
      news(fresh.map((message) => `New from ${message.author.name || authorRole(message.author.type)} in ${sideName(message.side)}.`)
        .join(" "));
    }
    return fresh.length;
  }

  const stop = poll(async (signal) => {
    const history = await get(`${path}?limit=${SHOWN}`, signal);
    const first = newest === null;
    const follow = isAtTheEnd();
    show(history);
    const fresh = tell(history.messages);
    if (first || (fresh > 0 && follow)) {
      toTheEnd();
    } else if (fresh > 0) {
      setText(below, "New messages below ↓");
      below.hidden = false;
    }
  }, (refusal) => {
    setText(view.querySelector("h2"), "No such conversation");
    setText(view.querySelector(".note"), refusal);
  });
  return () => {
    removeEventListener("scroll", scrolled);
    stop();
  };
}

function showSide(heading, side) {
  setText(heading.querySelector("h3"), sideName(side.side));
  setText(heading.querySelector(".id"), side.conversationId ? `ID ${side.conversationId}` : "no conversation here yet");
  setText(heading.querySelector(".written"), `${side.messages.toLocaleString()} written here`);
}

// A line before the first message of each day.
function withDays(messages) {
  const items = [];
  let last = null;
  for (const message of messages) {
    const day = dayText(new Date(message.createdAt ?? message.receivedAt));
    if (day !== last && !items.some((item) => item.day === day)) {
      items.push({ day });
    }
    last = day;
    items.push(message);
  }
  return items;
}

const page = () => document.documentElement;
const isAtTheEnd = () => innerHeight + scrollY >= page().scrollHeight - NEAR_THE_END;
const toTheEnd = () => scrollTo({ top: page().scrollHeight });
