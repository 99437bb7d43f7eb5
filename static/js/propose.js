// Words marked in an article can be proposed for correction: a button appears and carries them to the form.
// Without this file the link under the article leads to the same form.

const MOST = 400; // characters, as the form takes
const PATIENCE = 400; // milliseconds: a tap on the button ends the marking before it arrives

function marked(text) {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return "";
  if (!text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return "";
  const words = selection.toString().replace(/\s+/g, " ").trim();
  return words.length <= MOST ? words : "";
}

function prepare(text) {
  const button = document.querySelector("[data-propose-button]");
  if (!button) return;
  const form = button.getAttribute("href");
  let waiting = 0;
  const hide = () => {
    if (document.activeElement !== button) button.hidden = true;
  };
  document.addEventListener("selectionchange", () => {
    const words = marked(text);
    clearTimeout(waiting);
    if (!words) {
      waiting = setTimeout(hide, PATIENCE);
      return;
    }
    button.href = `${form}?${new URLSearchParams({ words })}`;
    button.hidden = false;
  });
  button.addEventListener("blur", () => {
    if (!marked(text)) button.hidden = true;
  });
}

document.querySelectorAll("[data-propose]").forEach(prepare);
