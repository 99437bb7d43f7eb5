// Copies the address of a clause when its "#" is pressed.
// Without this file the "#" leads to the clause, whose address then stands in the address line.

const SHOWN = 2500;

async function copy(link) {
  try {
    await navigator.clipboard.writeText(link.href);
    return true;
  } catch {
    return false;
  }
}

function tell(note, link) {
  note.hidden = false;
  link.dataset.copied = "";
  setTimeout(() => {
    note.hidden = true;
    delete link.dataset.copied;
  }, SHOWN);
}

const note = document.querySelector("[data-copied]");

document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("[data-copy-link]");
  if (link && note && (await copy(link))) tell(note, link);
});
