// The second view: the conversations of a link, the newest first, and a search.

import { get } from "./api.js";
import { copyOf, element, setText, showEach, within, words } from "./dom.js";
import { poll } from "./poll.js";
import { addressOf } from "./routes.js";
import { shortElement } from "./times.js";
import { contactName, conversationState, placeText, writtenText } from "./words.js";

const SHOWN = 50;
const TYPING_MILLIS = 250;

export function showConversations(main, { link }, cameFrom) {
  const view = copyOf("conversations-template");
  main.replaceChildren(view);
  view.querySelector("h2").textContent = `Conversations of ${link}`;
  const list = view.querySelector(".conversations");
  const note = view.querySelector(".note");
  const search = view.querySelector("input");
  let stop = start();
  let typing;

  function start() {
    const asked = search.value.trim();
    const path = `api/links/${encodeURIComponent(link)}/conversations?limit=${SHOWN}&search=${encodeURIComponent(asked)}`;
    return poll(async (signal) => {
      const found = await get(path, signal);
      showEach(list, found, (conversation) => addressTo(link, conversation), (item) => line(link, item));
      setText(note, noteText(found.length, asked));
      focusOn(cameFrom);
      cameFrom = null;
    }, (refusal) => {
      list.replaceChildren();
      setText(note, refusal);
    });
  }

  function focusOn(address) {
    const open = address && [...list.querySelectorAll("a")].find((anchor) => anchor.getAttribute("href") === address);
    open?.focus();
  }

  search.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      stop();
      stop = start();
    }, TYPING_MILLIS);
  });
  return () => {
    clearTimeout(typing);
    stop();
  };
}

function noteText(count, asked) {
  if (count === 0) {
    return asked ? `No conversation has “${asked}” in its customer's name or in its ids.`
      : "No conversation yet. One appears here as soon as somebody writes on either side.";
  }
  return count < SHOWN ? "" : `These are the newest ${SHOWN}. Search to find older ones.`;
}

function addressTo(link, { source, target }) {
  const side = source.conversationId ? source : target;
  return addressOf(link, side.side, side.conversationId);
}

function line(link, conversation) {
  const { source, target } = conversation;
  const anchor = within("a", "conversation",
    words("span", "contact", contactName(conversation)),
    element("span", `badge ${conversation.state}`, conversationState(conversation)),
    within("span", "ids", element("span", "", placeText(source)), element("span", "between", "↔"),
      element("span", "", placeText(target))),
    element("span", "counts", `${writtenText(source)}, ${writtenText(target)}`),
    within("span", "when", conversation.lastActivity && shortElement(conversation.lastActivity)));
  anchor.href = addressTo(link, conversation);
  return within("li", "", anchor);
}
