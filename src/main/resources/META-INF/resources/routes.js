// Addresses within the page: #/link/side/conversation, so that each view can be shared and reloaded.

export function routeOf(hash) {
  try {
    const [link, side, conversation] = hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
    if (link && side && conversation) {
      return { name: "conversation", link, side, conversation };
    }
    return link ? { name: "conversations", link } : { name: "links" };
  } catch {
    return { name: "links" };
  }
}

export function addressOf(...parts) {
  return `#/${parts.map(encodeURIComponent).join("/")}`;
}

export function parentOf(route) {
  return route.name === "conversation" ? addressOf(route.link) : "#/";
}
