// Elements, made of texts and other elements: nothing is ever read as HTML.

/**
 * An element with properties and what is in it. A property with a dash is an attribute.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, any>} [properties]
 * @param {(Node | string | null | undefined | false)[]} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.includes("-") || key === "role" || key === "for" || key === "list") made.setAttribute(key, String(value));
    else Object.assign(made, { [key]: value });
  }
  for (const child of children) if (child || child === "") made.append(child);
  return made;
}

/**
 * A button.
 * @param {string} label
 * @param {() => void} press
 * @param {Record<string, any>} [properties]
 */
export function button(label, press, properties = {}) {
  const made = make("button", { type: "button", ...properties }, label);
  made.addEventListener("click", press);
  return made;
}

/**
 * The element with an id.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element is called ${id}`);
  return found;
}

/**
 * Say something to those who listen.
 * @param {string} text
 */
export function say(text) {
  byId("said").textContent = text;
}

let made = 0;

/** An id that no other element has. */
export function freshId() {
  made += 1;
  return `made-${made}`;
}
