// What is called how, in words for people who do not know the ledger.

const SIDES = { channelio: "Channel.io", chatwoot: "Chatwoot" };
const AUTHORS = { customer: "Customer", agent: "Agent", bot: "Bot", system: "System" };

export const sideName = (side) => SIDES[side] ?? side;
export const authorRole = (type) => AUTHORS[type] ?? "";
export const contactName = (conversation) => conversation.contact || "Customer without a name";

export function conversationState({ state, source, target }) {
  const waiting = source.waiting + target.waiting;
  const parked = source.parked + target.parked;
  switch (state) {
    case "parked":
      return `${parked} parked, needs a person${waiting ? `; ${waiting} waiting` : ""}`;
    case "waiting":
      return `${waiting} waiting to be sent`;
    default:
      return "Up to date";
  }
}

export function placeText(side) {
  return side.conversationId ? `${sideName(side.side)} ${side.conversationId}` : `not in ${sideName(side.side)} yet`;
}

export function writtenText(side) {
  return `${side.messages.toLocaleString()} written in ${sideName(side.side)}`;
}

// The time of a copy's end is put behind these words.
export function copyState(copy, target) {
  switch (copy.state) {
    case "confirmed":
      return `Sent to ${target}`;
    case "pending":
      return copy.attempts > 0 ? `Waiting to be sent to ${target}, tried ${copy.attempts === 1 ? "once" : `${copy.attempts} times`}` : `Waiting to be sent to ${target}`;
    case "held":
      return "Held until it is known whether it is a copy of our own";
    case "skipped":
      return `Not sent to ${target}, on purpose`;
    case "parked":
      return `Parked: not sent to ${target} until a person decides`;
    case "discarded":
      return `Discarded by a person: never sent to ${target}`;
    default:
      return copy.state;
  }
}
