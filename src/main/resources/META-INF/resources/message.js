// One message: where it was written and, on the other side of the same row, what became of its copy.

import { element, within, words } from "./dom.js";
import { clockElement } from "./times.js";
import { authorRole, copyState, sideName } from "./words.js";

export function messageRow(message, leftSide, rightSide) {
  const fromLeft = message.side === leftSide;
  const row = element("li", `row ${fromLeft ? "from-left" : "from-right"}`);
  row.append(original(message), copy(message, sideName(fromLeft ? rightSide : leftSide)));
  return row;
}

function original(message) {
  const { type, name, privately } = message.author;
  return within("article", `original ${type ?? ""}`,
    within("p", "who",
      words("strong", "", name || authorRole(type) || "Unknown writer"),
      type && name && element("span", "role", authorRole(type)),
      message.kind === "edit" && element("span", "tag", "Correction"),
      privately && element("span", "tag", "Private note"),
      element("span", "where", `in ${sideName(message.side)}`)),
    text(message),
    files(message.attachments),
    within("p", "meta", message.createdAt && clockElement(message.createdAt), element("span", "id", `ID ${message.id}`)));
}

function text(message) {
  if (message.kind === "deletion") {
    return element("p", "gone", "Deleted this message.");
  }
  if (message.deleted) {
    return element("p", "gone", "Deleted by its writer later. The text is not shown any more.");
  }
  if (message.text === null) {
    return element("p", "gone", "This message could not be read.");
  }
  return message.text && words("p", "text", message.text);
}

function files(names) {
  return names.length > 0 && within("ul", "files", ...names.map((name) => words("li", "", name || "file without a name")));
}

function copy(message, target) {
  const { state, reason, ids, endedAt } = message.copy;
  const same = state === "confirmed" && message.kind === "message" && !message.deleted && message.text;
  const shown = same && words("p", "text", message.text);
  if (shown) {
    // Who listens has just heard it.
    shown.ariaHidden = "true";
  }
  return within("div", `copy ${state}`,
    shown,
    within("p", "fate", element("span", "state", copyState(message.copy, target)), endedAt && clockElement(endedAt),
      ids.length > 0 && element("span", "id", `ID ${ids.join(", ")}`)),
    reason && words("p", "reason", reason));
}
