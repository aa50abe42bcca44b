// Shows the view that the address names. Escape goes one step back.

import { showConversation } from "./conversation.js";
import { showConversations } from "./conversations.js";
import { element, setText } from "./dom.js";
import { showLinks } from "./links.js";
import { addressOf, parentOf, routeOf } from "./routes.js";

const main = document.getElementById("view");
const path = document.getElementById("path");
let route = null;
let address = null;
let leave = () => {};

const news = (text) => setText(document.getElementById("news"), text);

function step(text, href) {
  const item = element("li");
  const anchor = element("a", "", text);
  anchor.href = href;
  item.append(anchor);
  return item;
}

function showPath() {
  path.hidden = route.name === "links";
  path.querySelector("ol").replaceChildren(step("All links", "#/"),
    ...(route.name === "conversation" ? [step(`Conversations of ${route.link}`, addressOf(route.link))] : []));
}

function open(next, cameFrom) {
  switch (next.name) {
    case "conversation":
      return showConversation(main, next, news);
    case "conversations":
      return showConversations(main, next, cameFrom);
    default:
      return showLinks(main, news);
  }
}

function show() {
  const before = address;
  const isFirst = route === null;
  leave();
  document.getElementById("failure").hidden = true;
  document.title = "Camel Helpdesk";
  news("");
  address = location.hash;
  route = routeOf(location.hash);
  showPath();
  scrollTo({ top: 0 });
  leave = open(route, before);
  if (!isFirst) {
    main.querySelector("h2, [data-start]")?.focus({ preventScroll: true });
  }
}

addEventListener("hashchange", show);
addEventListener("keydown", (event) => {
  const isSearching = event.target instanceof HTMLInputElement && event.target.value !== "";
  if (event.key === "Escape" && !event.defaultPrevented && !isSearching && route.name !== "links") {
    location.hash = parentOf(route);
  }
});
show();
