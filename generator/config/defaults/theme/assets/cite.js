"use strict";
// Copies a citation, or saves it as a file. Without this script, a reader can select its text.

/** @param {HTMLButtonElement} button @returns {HTMLElement} the text that stands under it */
const textOf = (button) => /** @type {HTMLElement} */ (button.closest(".form")?.nextElementSibling);

/** Copy a text where the browser gives no clipboard, as from disk: by selecting it.
 * @param {HTMLElement} element @returns {boolean} */
function copySelected(element) {
  const selection = /** @type {Selection} */ (getSelection());
  selection.selectAllChildren(element);
  const copied = document.execCommand("copy");
  if (copied) selection.removeAllRanges(); // else it stays selected, for the reader to copy
  return copied;
}

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("button.copy"))) {
  button.hidden = false;
  const label = button.textContent;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    const element = textOf(button);
    const copied = await (navigator.clipboard?.writeText(element.textContent) ?? Promise.reject())
      .then(() => true, () => copySelected(element));
    if (!copied) return;
    button.textContent = button.dataset.done ?? "";
    setTimeout(() => { button.textContent = label; }, 2000);
  });
}

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("button.save"))) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([textOf(button).textContent], { type: "text/plain" }));
    link.download = button.dataset.file ?? "";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
}
