// Small helpers around the document. Text of people only ever goes through textContent.

export function element(tag, className = "", text = null) {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  if (text !== null) {
    made.textContent = text;
  }
  return made;
}

export function within(tag, className, ...children) {
  const made = element(tag, className);
  made.append(...children.filter(Boolean));
  return made;
}

// Names and texts may be written from right to left.
export function words(tag, className, text) {
  const made = element(tag, className, text);
  made.dir = "auto";
  return made;
}

export function setText(target, text) {
  if (target.textContent !== text) {
    target.textContent = text;
  }
}

export function copyOf(templateId) {
  return document.getElementById(templateId).content.firstElementChild.cloneNode(true);
}

// Makes the children of a parent those of the items, and touches only what has changed: focus and selection stay.
export function showEach(parent, items, keyOf, make) {
  const before = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let focused = document.activeElement;
  let place = parent.firstElementChild;
  for (const item of items) {
    const key = String(keyOf(item));
    const content = JSON.stringify(item);
    let child = before.get(key);
    before.delete(key);
    if (!child || child.shown !== content) {
      const made = make(item);
      made.dataset.key = key;
      made.shown = content;
      if (child) {
        const hadFocus = child.contains(focused);
        place = place === child ? made : place;
        child.replaceWith(made);
        focused = hadFocus ? made.querySelector("a, button") ?? made : focused;
      }
      child = made;
    }
    if (child === place) {
      place = place.nextElementSibling;
    } else {
      parent.insertBefore(child, place);
    }
  }
  before.forEach((gone) => gone.remove());
  if (focused?.isConnected && focused !== document.activeElement && parent.contains(focused)) {
    focused.focus({ preventScroll: true });
  }
}
